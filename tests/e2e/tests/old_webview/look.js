// node look.js <directory of the browser> <url> <condition> <words>
// Opens the page in Chromium 88 under a condition, waits for the words, and prints what came.
const http = require('http')
const path = require('path')

const [home, url, name, words] = process.argv.slice(2)
const puppeteer = require(path.join(home, 'node_modules/puppeteer-core'))

const PATIENCE = 25000

// This build of Chromium hangs now and then, before it has shown anything; then its answer is none, and says so (3).
const HUNG = 60000
setTimeout(() => { console.error('the browser hung'); process.exit(3) }, HUNG)

const isWasm = request => request.url().endsWith('.wasm')
const isFallback = request => request.url().endsWith('.fallback.js')
const isGlue = request => request.url().endsWith('.js') && !isFallback(request)
const isPage = request => request.resourceType() === 'document'

let lost = 0

// `before` runs in the page before any script of it, `answer` may answer a request (and then says true), `after`
// runs when the page has loaded.
const CONDITIONS = {
  'as it is': {},
  'without WebAssembly': { before: () => { delete window.WebAssembly } },
  'without fetch': { before: () => { delete window.fetch } },
  'without import()': {
    answer: request => isPage(request) && change(request, { body: page => page.replace('return import(', 'return im port(') }),
  },
  'wasm of another type': { answer: request => isWasm(request) && change(request, { type: 'application/octet-stream' }) },
  'broken wasm': { answer: request => isWasm(request) && change(request, { body: () => 'no wasm at all' }) },
  'glue lost': { answer: request => isGlue(request) && lose(request) },
  'wasm lost': { answer: request => isWasm(request) && lose(request) },
  'wasm lost, then retry': {
    // The loader itself tries twice.
    answer: request => isWasm(request) && lost < 2 && lose(request),
    after: async page => {
      await page.waitForSelector('[role=alert]:not([hidden]) .boot-retry', { visible: true })
      await Promise.all([page.waitForNavigation(), page.click('[role=alert] .boot-retry')])
    },
  },
  'everything lost': { answer: request => !isPage(request) && lose(request) },
  'nothing runs': {
    answer: request => (isWasm(request) || isFallback(request)) && change(request, { body: () => '<!doctype html>' }),
  },
  trap: {
    after: async page => {
      await page.waitForFunction(() => !document.getElementById('boot'))
      await page.addScriptTag({ content: 'throw new WebAssembly.RuntimeError("unreachable")' })
    },
  },
}

function lose(request) {
  lost += 1
  request.abort('connectionfailed')
  return true
}

function change(request, { body = text => text, type }) {
  http.get(request.url(), answer => {
    const chunks = []
    answer.on('data', chunk => chunks.push(chunk))
    answer.on('end', () => {
      const bytes = Buffer.concat(chunks)
      const changed = body(bytes.toString('latin1'))
      request.respond({
        status: answer.statusCode,
        headers: { 'content-type': type || answer.headers['content-type'] },
        body: Buffer.from(changed, 'latin1'),
      })
    })
  })
  return true
}

async function look({ before, answer, after }) {
  const browser = await puppeteer.launch({
    executablePath: path.join(home, 'chromium'),
    // This build was made for a machine without a display, a zygote or a sandbox.
    args: ['--headless', '--no-sandbox', '--single-process', '--no-zygote', '--disable-gpu'],
    defaultViewport: { width: 390, height: 844 },
  })
  const said = [await browser.version()]
  try {
    const page = await browser.newPage()
    page.on('console', message => said.push(`console: ${message.text()}`))
    page.on('pageerror', error => said.push(`error: ${error.message}`))
    page.on('request', request => said.push(`asks: ${request.url()}`))
    await page.evaluateOnNewDocument(() => Object.defineProperty(navigator, 'language', { get: () => 'zh-CN' }))
    if (before) await page.evaluateOnNewDocument(before)
    if (answer) {
      await page.setRequestInterception(true)
      page.on('request', request => answer(request) || request.continue())
    }
    await page.goto(url)
    if (after) await after(page)
    // #boot covers everything while it is there.
    const onScreen = () => (document.getElementById('boot') || document.body).innerText
    const found = await page
      .waitForFunction(`(${onScreen})().includes(${JSON.stringify(words)})`, { timeout: PATIENCE })
      .then(() => true, () => false)
    said.push(`on the screen: ${await page.evaluate(onScreen)}`)
    if (process.env.SCREENSHOT) await page.screenshot({ path: process.env.SCREENSHOT })
    return found
  } finally {
    console.log(said.join('\n'))
    // A browser that is one single process cannot always close itself.
    browser.process().kill('SIGKILL')
  }
}

look(CONDITIONS[name]).then(
  found => process.exit(found ? 0 : 1),
  error => { console.error(error); process.exit(2) },
)
