// Starts the program, and says so in plain words when it cannot. Runs inline in <head> before anything else,
// in every browser there is: ECMAScript 5. Just before it, Trunk defines `visitorBoot = {base, visitor, host}`, the
// public path and the URLs of both programs, `{glue, wasm}`.
//
//   the wasm arrives and compiles          the program runs
//   no WebAssembly, no `import()`, or the
//   wasm does not compile                  the same program as JavaScript (release bundles only)
//   nothing can be downloaded              "no connection", with a retry
//   a file is missing on the server        "being updated", with a retry; a page that was kept is fetched anew
//   nothing can run                        "this browser cannot open it"
//   a trap after the program started       "something broke", with a retry; never a second copy
//
// For the program: `visitorBoot.config` is the promise of config.json's Response, `visitorBoot.base` the public
// path, `visitorBoot.crashed()` what its panic hook calls. `#boot`, see index.html, covers the screen until the program calls
// `visitorBoot.takeOver()`. What `#boot` says and the answers that the first screen needs are src/heading.js's and
// src/early_answers.js's; src/shell.js keeps the app on the device. For src/rest.js: `visitorBoot.wait()` and `.offline()`, and
// `visitorBoot.whole`, its promise that the program is complete.
(function (boot) {
  'use strict';

  var OFFLINE = {};
  var UPDATING = {};
  var PATIENCE = 15000; // Milliseconds.
  var path = location.pathname.slice(boot.base.length);
  var program = boot[isForHost(path) ? 'host' : 'visitor'];
  var parts = partsOf(firstScreen(path));
  var modern = !!(window.fetch && window.Promise);
  var module = modern && window.WebAssembly ? compile() : null;
  var importing = false;
  var failed = false;
  var screen = null; // The node itself: the program takes it out of the document, a failure puts it back.

  boot.partsOf = partsOf;
  boot.config = modern ? inTime(fetch(boot.base + 'config.json', { cache: 'no-cache', redirect: 'error' })) : null;
  boot.started = false;
  hush(boot.config); // The program awaits both and reports; meanwhile they are not "unhandled".
  hush(module);

  // Called from a script of its own: where `import()` is a syntax error that script never runs.
  boot.load = function (importModule) {
    if (!module) return;
    importing = true;
    var glue = importModule(program.glue);
    hush(glue);
    module.then(function (compiled) {
      return glue.then(function (exports) {
        boot.start(function () { return exports.default({ module_or_path: compiled, rest: parts[1] }); });
      });
    }).catch(function (cause) {
      if (cause === OFFLINE) fail('offline');
      else if (cause === UPDATING) fail('updating');
      else loadJavaScript();
    });
  };

  // Runs the program, once. The JavaScript fallback ends in a call of this, too.
  boot.start = function (run) {
    if (boot.started) return;
    boot.started = true;
    whenParsed(function () {
      // Chromium 88 and its kin hide a wasm trap as "Script error."; there, only the panic hook knows.
      window.addEventListener('error', function (event) { if (isTrap(event.error)) boot.crashed(); });
      window.addEventListener('unhandledrejection', function (event) { if (isTrap(event.reason)) boot.crashed(); });
      Promise.resolve().then(run).catch(function (cause) {
        console.error(cause);
        boot.crashed();
      });
    });
  };

  boot.crashed = function () { fail('crashed'); };
  boot.offline = function () { fail('offline'); };

  // Says over the page that somebody waits for the rest of the program, or that it cannot be downloaded, with a retry.
  // The page below stays as it is.
  boot.wait = function (face, retry) {
    var notice = document.getElementById('boot-wait');
    var parts = notice.querySelectorAll('[data-when]');
    notice.hidden = !face;
    for (var i = 0; i < parts.length; i++) parts[i].hidden = parts[i].getAttribute('data-when') !== face;
    notice.querySelector('button').onclick = function () {
      boot.wait('waiting');
      retry();
    };
  };

  // The program has drawn its first screen. Where that still waits for an answer, its skeleton stands at once where ours
  // stood, instead of after the pause that keeps it from flickering.
  boot.takeOver = function () {
    requestAnimationFrame(function () {
      if (failed || !screen.parentNode) return;
      document.body.removeChild(screen);
      boot.keepShell();
      var skeletons = document.querySelectorAll('.skeleton');
      for (var i = 0; i < skeletons.length; i++) skeletons[i].style.animation = 'none';
    });
  };

  whenParsed(function () {
    screen = document.getElementById('boot');
    screen.addEventListener('click', function (event) {
      if (event.target.className === 'boot-retry') location.reload();
    });
    if (!modern) fail('unsupported');
    else if (!importing) loadJavaScript();
  });

  // The pages of employees, and the links in messages to them. A wrong guess costs a second download: both programs
  // know each other's pages and lead there.
  function isForHost(path) {
    return /^host(\/|$)/.test(path) ||
      /^m\//.test(path) && (/wxwork/.test(navigator.userAgent) || boot.launch.type === 'person' || boot.launch.channel === 'wecom');
  }

  // Which first screen an address shows: each has a part of its program of its own. A wrong guess costs a moment.
  function firstScreen(path) {
    if (program === boot.host) return path === 'host' ? 'today' : path === 'host/approvals' ? 'approvals' : 'host';
    if (/\/pass$/.test(path)) return 'pass';
    if (/^i\//.test(path)) return 'invitation';
    return path === '' || path === 'index.html' || /\/(edit|again)$/.test(path) ? 'booking' : 'visits';
  }

  // What a first screen runs, and the rest. Debug builds have one wasm for all.
  function partsOf(firstScreen) {
    var first = program.wasm.replace('SCREEN', firstScreen);
    return [first, first.replace(/\.wasm$/, '.rest.wasm')];
  }

  // The whole answer, or none: a line may hang without being down.
  function inTime(answer) {
    var whole = answer.then(function (response) {
      return response.clone().text().then(function () { return response; });
    });
    var late = new Promise(function (_, reject) { setTimeout(reject, PATIENCE, new Error('too late')); });
    return Promise.race([whole, late]);
  }

  // Compiling needs no imports, so it does not wait for the glue.
  function compile() {
    var answer = fetch(parts[0]);
    var first = WebAssembly.compileStreaming ? WebAssembly.compileStreaming(answer) : compileBytes(answer);
    // Some webviews refuse to stream although nothing is wrong, some servers send another MIME type.
    return first.catch(function () { return compileBytes(fetch(parts[0])); });
  }

  function compileBytes(answer) {
    return answer.then(function (response) {
      if (response.ok) return response.arrayBuffer();
      // A page that was kept may ask for files of a version that is gone.
      if (response.status !== 404) throw OFFLINE;
      return window.caches ? caches.delete('shell').then(reloadIf) : reloadIf(false);
    }).catch(function (cause) {
      throw cause === UPDATING ? UPDATING : OFFLINE;
    }).then(function (bytes) {
      return WebAssembly.compile(bytes);
    });
  }

  // Either way, the server has another version than the page: it was kept, or the upload is not complete.
  function reloadIf(wasKept) {
    if (wasKept) location.reload();
    throw UPDATING;
  }

  function loadJavaScript() {
    var script = document.createElement('script');
    script.src = program.glue.replace(/\.js$/, '.fallback.js');
    script.onload = function () { if (!boot.started) fail('unsupported'); };
    script.onerror = function () {
      fetch(script.src).then(function (response) { fail(response.status === 404 ? 'updating' : 'offline'); }, boot.offline);
    };
    document.head.appendChild(script);
  }

  // wasm2js, which writes the fallback, turns a trap into an Error that says "abort".
  function isTrap(cause) {
    return !!cause && (cause.message === 'abort' || !!window.WebAssembly && cause instanceof WebAssembly.RuntimeError);
  }

  // Shows one face of #boot over whatever is there. The first failure is the one that explains.
  function fail(face) {
    if (failed) return;
    failed = true;
    whenParsed(function () {
      var parts = screen.querySelectorAll('[data-when]');
      for (var i = 0; i < parts.length; i++) {
        parts[i].hidden = parts[i].getAttribute('data-when').indexOf(face) < 0;
      }
      document.body.appendChild(screen);
    });
  }

  function whenParsed(then) {
    if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', then);
    else then();
  }

  function hush(promise) {
    if (promise) promise.catch(function () {});
  }
})(window.visitorBoot);
