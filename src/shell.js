// Has the service worker (public/sw.js) keep the app's shell on this device, so that it opens at once the next time and a pass
// opens without a network. Inline, after loader.js; ECMAScript 5. Browsers without service workers go on as without this.
//
// For the loader: `visitorBoot.keepShell()`, once the first screen stands. For the program: `visitorBoot.keepPass()`.
(function (boot) {
  'use strict';

  var SHOWN = 6000; // Milliseconds.
  var worker = navigator.serviceWorker;
  var isFinished = /SCREEN/.test(boot.visitor.wasm); // Debug bundles change too often to be kept.
  var wanted = [];
  var keeps = !!(worker && window.caches && boot.config && isFinished);
  // Asked now: later the program has read the answer away.
  var settings = keeps && boot.config.then(function (response) { return response.clone().json(); });
  if (keeps) settings.catch(ignore); // The program reports it.

  boot.keepShell = function () {
    if (!keeps) return;
    worker.addEventListener('message', function (event) { if (event.data === 'updated') announce(); });
    whenIdle(function () {
      settings.then(function (site) {
        if (site.serviceWorker !== false) return worker.register(boot.base + 'sw.js').then(send);
      }).catch(ignore);
    });
  };

  // Keeps the pass page's part of the program, whatever page was opened first.
  boot.keepPass = function () {
    wanted = boot.partsOf('pass').map(function (part) { return location.origin + part; });
    if (!keeps) return;
    worker.getRegistration(boot.base).then(function (registration) { if (registration) return send(); }).catch(ignore);
  };

  function send() {
    return Promise.all([worker.ready, boot.whole]).then(function (both) {
      both[0].active.postMessage({ files: ownFiles().concat(wanted) });
    });
  }

  function ownFiles() {
    return performance.getEntriesByType('resource').map(function (entry) { return entry.name; }).filter(function (name) {
      return name.indexOf(location.origin + boot.base) === 0 && /\.(js|wasm)$/.test(name);
    });
  }

  function announce() {
    if (!document.getElementById('boot-wait').hidden) return; // Somebody waits for something.
    boot.wait('updated');
    setTimeout(function () { boot.wait(null); }, SHOWN);
  }

  function ignore() {} // A browser that denies it keeps nothing.

  function whenIdle(then) {
    if (window.requestIdleCallback) requestIdleCallback(then, { timeout: 2000 });
    else setTimeout(then, 500);
  }
})(window.visitorBoot);
