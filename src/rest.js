// Starts a program whose wasm `cargo xtask` has cut in two: what first screens run, and the rest, which follows at once.
// Release bundles only; the loader (src/loader.js) has the first part downloaded and compiled already.
//
//   until the rest is there          its functions are placeholders, and what people do waits
//   the rest has come                its functions take their places, and what people did is carried out
//   the program needs it earlier     a call that no first screen has made so far: the rest is fetched on the spot
//   the rest cannot be downloaded    once somebody waits for it, "no connection" with a retry; the page stays as it is
//   the browser compiles nothing     older Chromium, such as 88: both parts are waited for before the program starts
//   large on the spot

// What the program listens to and people cause.
const INPUT = ['click', 'input', 'change', 'keydown', 'touchstart', 'touchmove', 'touchend', 'touchcancel']

// How long to wait before asking once more for a rest that did not come, in milliseconds.
const PAUSE = 2000

// `a` and `p` are what the wasm calls the modules that it imports from: glue or first part, and placeholders.
export const start = async (first, restUrl, imports, ready) => {
  let table
  const joinNow = () => link(new WebAssembly.Instance(new WebAssembly.Module(fetchNow(restUrl)), { a: exports }))
  const placeholder = slot => (...values) => {
    joinNow()
    return table.get(slot)(...values)
  }
  const placeholders = new Proxy({}, { get: (_, slot) => placeholder(Number(slot)) })
  const { exports } = await WebAssembly.instantiate(first, { a: imports, p: placeholders })
  table = Object.values(exports).find(value => value instanceof WebAssembly.Table)

  // Linking writes the rest's functions into the table, which all calls between both parts go through.
  let linked
  const link = instance => linked = linked || instance
  const join = async () => link(await WebAssembly.instantiate(await compile(restUrl), { a: exports }))

  if (!compilesAtOnce()) await join()
  ready(exports)
  visitorBoot.whole = linked ? Promise.resolve() : hold(join)
}

// Has what people do wait until the rest is there. A tap that waits shows that it does.
const hold = join => new Promise(whole => {
  const held = []
  const keep = event => {
    // What a program causes, this one included, is no person's. The notice's own button answers at once.
    if (!event.isTrusted || event.target.closest && event.target.closest('#boot-wait')) return
    event.stopImmediatePropagation()
    if (event.type === 'click') {
      event.preventDefault()
      if (!held.some(other => other.type === 'click')) visitorBoot.wait('waiting')
    }
    held.push(event)
  }
  let next
  const attempt = () => {
    clearTimeout(next)
    join().then(() => {
      INPUT.forEach(type => removeEventListener(type, keep, true))
      visitorBoot.wait(null)
      held.splice(0).forEach(carryOut)
      whole()
    }, cause => {
      // A file that the server does not have any more belongs to a build that is gone.
      const retry = cause >= 400 ? () => location.reload() : attempt
      const isAwaited = held.some(event => event.type === 'click')
      visitorBoot.wait(isAwaited ? 'offline' : null, retry)
      next = setTimeout(attempt, PAUSE)
    })
  }
  INPUT.forEach(type => addEventListener(type, keep, { capture: true, passive: false }))
  whenIdle(attempt)
})

// The first screen comes first.
const whenIdle = then => window.requestIdleCallback ? requestIdleCallback(then, { timeout: 200 }) : setTimeout(then, 50)

const carryOut = event => {
  if (event.type === 'click') event.target.click()
  else if (!event.type.startsWith('touch')) event.target.dispatchEvent(new event.constructor(event.type, event))
}

const compile = async url => {
  const bytes = async () => {
    const response = await fetch(url)
    if (!response.ok) throw response.status
    return WebAssembly.compile(await response.arrayBuffer())
  }
  if (!WebAssembly.compileStreaming) return bytes()
  // Some webviews refuse to stream although nothing is wrong, some servers send another MIME type.
  return WebAssembly.compileStreaming(fetch(url)).catch(bytes)
}

// Bytes, now: a synchronous request gives text only, which this character set leaves as it is.
const fetchNow = url => {
  const request = new XMLHttpRequest()
  request.open('GET', url, false)
  request.overrideMimeType('text/plain; charset=x-user-defined')
  visitorBoot.joinedNow = true
  try {
    request.send()
  } catch (cause) {
    visitorBoot.offline()
    throw cause
  }
  if (request.status !== 200) visitorBoot.offline()
  return Uint8Array.from(request.responseText, character => character.charCodeAt(0))
}

// Whether the browser compiles more than four kilobytes without being waited for. What it is asked with is an empty
// module with a custom section of 5,000 zeros.
const compilesAtOnce = () => {
  const probe = new Uint8Array(5011)
  probe.set([0, 97, 115, 109, 1, 0, 0, 0, 0, 0x88, 0x27])
  try {
    return !!new WebAssembly.Module(probe)
  } catch (cause) {
    return false
  }
}
