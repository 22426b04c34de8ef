// What the walk asks of the page. Runs before each page's own scripts. PAUSES and TIMEOUTS are how many times faster the app's
// timers run. The walk names the tab before it opens a page: "fresh" for a visitor who was never here before, "hang" for a call
// that hangs, "hang-settings" for settings that do.
(function () {
  'use strict';

  var LONG = 300; // Milliseconds: what is shorter runs as it is.
  var PATIENCE = 15000; // How long a call may take.
  var QUIET = 1600 / PAUSES + 20; // More than the longest pause between two tries of a call, so shortened.
  var later = window.setTimeout, send = window.fetch;
  var pending = 0, changed = performance.now();

  var modes = window.name.split(' ');
  window.name = '';
  if (modes.indexOf('fresh') >= 0) {
    try { localStorage.clear(); sessionStorage.clear(); } catch (opaque) { /* A page without an origin stores nothing. */ }
  }

  // What a release bundle keeps on the device would open the next page in its place.
  Object.defineProperty(Navigator.prototype, 'serviceWorker', { value: undefined });

  // What is compared with the clock is not touched.
  window.setTimeout = function (run, wait) {
    var rest = Array.prototype.slice.call(arguments, 2);
    return later.apply(window, [run, shortened(wait)].concat(rest));
  };

  // Only what waits for the call that hangs gives up early: on a busy machine, others may take their time.
  function shortened(wait) {
    if (!(wait >= LONG)) return wait;
    if (wait < PATIENCE) return wait / PAUSES;
    var hangs = modes.indexOf(window.visitorBoot && visitorBoot.started ? 'hang' : 'hang-settings') >= 0;
    return hangs ? wait / TIMEOUTS : wait;
  }

  window.fetch = function () {
    var answer = send.apply(window, arguments);
    // The loader gives the settings up without aborting their call.
    if (/config\.json$/.test(arguments[0])) return answer;
    var over = function () { pending -= 1; changed = performance.now(); };
    pending += 1;
    changed = performance.now();
    answer.then(over, over);
    return answer;
  };

  new MutationObserver(function () { changed = performance.now(); })
    .observe(document, { subtree: true, childList: true, characterData: true, attributes: true });

  function isShown(element) {
    return element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && !element.closest('[aria-hidden=true], [inert]');
  }

  function nameOf(element) {
    return (element.getAttribute('aria-label') || element.innerText || '').replace(/\s+/g, ' ').trim();
  }

  function all(selector) {
    return Array.from(document.querySelectorAll(selector)).filter(isShown);
  }

  window.walkState = function () {
    var boot = document.getElementById('boot');
    var isStarting = document.readyState === 'loading' || boot && !boot.querySelector('.boot-face:not([hidden])');
    // The language switch is no way on.
    var controls = all('button:not([lang]):not(:disabled), a[href]');
    // The end of a list that has more rows waits for somebody to scroll there, and for nothing else.
    var waiting = all('.skeleton, [aria-busy=true], [data-loading]:not(.list-edge__end)').map(function (part) { return part.className; });
    return {
      isSettled: !isStarting && !pending && !waiting.length && performance.now() - changed > QUIET,
      waiting: isStarting ? ['boot'] : waiting,
      pending: pending,
      isBroken: !!boot && !isStarting,
      text: document.body ? document.body.innerText.replace(/\s+/g, ' ').trim() : '',
      controls: controls.map(nameOf)
    };
  };
})();
