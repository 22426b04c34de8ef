// Takes what a link brings along, such as a token, out of the address bar before anything is asked for: whatever becomes of the
// page, nothing of it stays there. Inline, before loader.js; ECMAScript 5. As Launch::take and Launch::over in src/session.rs,
// which reads it back from the tab's storage; where that is denied, the address stays as it is and the program reads it.
//
// For the other scripts: `visitorBoot.launch`, by name.
(function (boot) {
  'use strict';

  var NAMES = ['openId', 'appId', 'projectId', 'productId', 'token', 'channel', 'type', 'personId'];
  var pairs = location.search.replace(/^\?+/, '').split('&').filter(Boolean);
  var ours = pairs.filter(isOurs);
  var launch = boot.launch = read(ours.join('&'));
  var earlier = read(stored());
  // Another person's openId ends the earlier token, and so does a message, which signs in anew; another token ends the openId.
  // With either goes whom an earlier message was sent to.
  var dropsToken = launch.type || launch.openId && launch.openId !== earlier.openId;
  var dropsOpenId = launch.token && launch.token !== earlier.token;
  Object.keys(earlier).forEach(function (name) {
    var isDropped = name === 'token' && dropsToken || name === 'openId' && dropsOpenId ||
      (name === 'personId' || name === 'type') && (dropsToken || dropsOpenId);
    if (!launch[name] && !isDropped) launch[name] = earlier[name];
  });
  if (ours.length && store()) {
    var rest = pairs.filter(function (pair) { return !isOurs(pair); }).join('&');
    history.replaceState(history.state, '', location.pathname + (rest && '?' + rest) + location.hash);
  }

  function isOurs(pair) {
    return NAMES.indexOf(pair.split('=')[0]) >= 0;
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

  function stored() {
    try {
      return sessionStorage.getItem('launch') || '';
    } catch (forbidden) {
      return '';
    }
  }

  function store() {
    try {
      sessionStorage.setItem('launch', Object.keys(launch).map(function (name) {
        return name + '=' + encodeURIComponent(launch[name]);
      }).join('&'));
      return true;
    } catch (forbidden) {
      return false;
    }
  }
})(window.visitorBoot);
