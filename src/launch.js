// Takes what a link brings along, such as a token, out of the address bar before anything is asked for: whatever becomes of the
// page, nothing of it stays there. Inline, before loader.js; ECMAScript 5. As Launch::take and Launch::over in src/session.rs,
// which reads it back from the tab's storage; where that is denied, the address stays as it is and the program reads it.
//
// What comes with a `state` or an `error` is the answer of the site's sign-in. It counts only if this tab asked for it
// (`signIn` in the tab's storage, as src/session/sign_in.rs writes it); then the page is the one that asked, whichever the
// answer came to. What came of it is left there for the program: `at`, `outcome`, `form`.
//
// The link of an invitation or to companions that does not say who is here names the channel and the site of its own page: they stay
// in the address, and the tab takes from them only what it does not know of the site. As LinkOrigin in src/link.rs.
//
// For the other scripts: `visitorBoot.launch`, by name, and `visitorBoot.link`, what the address names for its own page. For the
// program: `visitorBoot.entry`, the address that was opened, which WeChat on iOS goes on by.
(function (boot) {
  'use strict';

  boot.entry = location.href;

  var NAMES = ['openId', 'appId', 'projectId', 'productId', 'token', 'channel', 'type', 'personId'];
  var ANSWER = ['state', 'error', 'code']; // Read here, and never stored.
  var PATIENCE = 600000; // Milliseconds that signing in may take.
  var SITE = ['appId', 'projectId', 'productId'];
  var path = location.pathname.slice(boot.base.length);
  var pairs = location.search.replace(/^\?+/, '').split('&').filter(Boolean);
  var ours = pairs.filter(isOurs);
  var named = read(ours.join('&'));
  var isLink = /^\/*(i|companions)\//.test(path) && !['openId', 'token', 'type'].concat(ANSWER).some(function (name) { return named[name]; });
  var launch = boot.launch = isLink ? {} : named;
  boot.link = isLink ? named : {};
  var earlier = read(stored('launch'));
  var request = read(stored('signIn'));
  var outcome = settle();
  // A new sign-in replaces the earlier one. Another person's openId ends the earlier token, and so does a message, which signs in
  // anew; another token ends the openId. With either goes whom an earlier message was sent to.
  var dropsToken = outcome === 'done' || launch.type || launch.openId && launch.openId !== earlier.openId;
  var dropsOpenId = outcome === 'done' || launch.token && launch.token !== earlier.token;
  Object.keys(earlier).forEach(function (name) {
    var isDropped = name === 'token' && dropsToken || name === 'openId' && dropsOpenId ||
      (name === 'personId' || name === 'type') && (dropsToken || dropsOpenId);
    if (!launch[name] && !isDropped) launch[name] = earlier[name];
  });
  SITE.forEach(function (name) {
    if (isLink && named[name] && !launch[name]) launch[name] = named[name];
  });
  var answered = { at: Date.now(), outcome: outcome, form: request.form || '' };
  if (ours.length && store('launch', launch) && (!outcome || store('signIn', answered)) && !isLink) {
    var rest = pairs.filter(function (pair) { return !isOurs(pair); }).join('&');
    var here = location.pathname + (rest && '?' + rest) + location.hash;
    history.replaceState(history.state, '', outcome && outcome !== 'forged' ? request['return'] : here);
  }

  // `/?orderId=…` leads to that visit, as Route::parse has it.
  var remaining = location.search.slice(1);
  var query = read(remaining);
  if (/^\/*(index\.html)?$/.test(location.pathname.slice(boot.base.length)) && query.orderId) {
    var batch = query.visitorBatch ? '/batch/' + encodeURIComponent(query.visitorBatch) : '';
    var kept = remaining.split('&').filter(function (pair) { return !/^(orderId|visitorBatch)=/.test(pair); }).join('&');
    var visit = boot.base.replace(/\/$/, '') + '/visits/' + encodeURIComponent(query.orderId) + batch;
    history.replaceState(history.state, '', visit + (kept && '?' + kept) + location.hash);
  }

  function isOurs(pair) {
    return NAMES.concat(ANSWER).indexOf(pair.split('=')[0]) >= 0;
  }

  // What came of signing in, if this is its answer. Only "done" brings anything along.
  function settle() {
    var outcome = judge();
    Object.keys(launch).forEach(function (name) {
      if (ANSWER.indexOf(name) >= 0 || outcome && outcome !== 'done') delete launch[name];
    });
    return outcome;
  }

  function judge() {
    var isPending = request.state && Math.abs(Date.now() - request.at) < PATIENCE;
    var isSomebody = launch.openId || launch.token;
    if (!launch.state && !launch.error && !(isPending && isSomebody)) return '';
    // An answer of this site's sign-in to this tab: nobody else's may decide who is here.
    var isAnswer = isPending && launch.state === request.state && (request['return'] || '').indexOf(location.origin + '/') === 0;
    return !isAnswer ? 'forged' : launch.error ? 'denied' : isSomebody ? 'done' : 'empty';
  }

  function read(query) {
    var values = {};
    query.split('&').forEach(function (pair) {
      var at = (pair + '=').indexOf('=');
      var value = decoded(pair.slice(at + 1));
      if (value.trim() && !values[pair.slice(0, at)]) values[pair.slice(0, at)] = value;
    });
    return values;
  }

  // What is no proper encoding stays as it is.
  function decoded(value) {
    value = value.replace(/\+/g, ' ');
    try {
      return decodeURIComponent(value);
    } catch (malformed) {
      return value;
    }
  }

  function stored(key) {
    try {
      return sessionStorage.getItem(key) || '';
    } catch (forbidden) {
      return '';
    }
  }

  function store(key, values) {
    try {
      sessionStorage.setItem(key, Object.keys(values).map(function (name) {
        return name + '=' + encodeURIComponent(values[name]);
      }).join('&'));
      return true;
    } catch (forbidden) {
      return false;
    }
  }
})(window.visitorBoot);
