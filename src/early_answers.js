// The answers that the first screen needs, asked for while the program still downloads. Inline, after loader.js and
// first_screens.js; ECMAScript 5.
//
// Which address needs which calls is the table in first_screens.js. A call there is a template:
// "POST /path?openId={openId} json {<"scene":"{scene}">}", of which "<…>" is left out where its value is not known.
//
// Who is here (src/launch.js) and where is computed as the program does (src/session.rs, src/config.rs). Where that is in doubt, nothing is asked for:
// the program asks in any case for what is not here. For the program: `visitorBoot.takeAnswer(key)` is the answer to exactly
// that call, `{response, abort}`, once, while the address is the same and the answer is fresh.
(function (boot) {
  'use strict';

  var FRESH = 10000; // Milliseconds after an answer came.
  var address = location.pathname;
  var found = find();
  var answers = {};

  boot.screen = found && found.screen;

  boot.takeAnswer = function (key) {
    var answer = answers[key];
    delete answers[key];
    if (!answer) return;
    var age = answer.since ? performance.now() - answer.since : 0;
    if (age < FRESH && location.pathname === address) return answer;
    answer.abort.abort();
  };

  if (boot.config && boot.screen && boot.screen.calls && window.AbortController) {
    // The program has the settings once the calls are on their way: it would send them, too.
    boot.config = boot.config.then(function (response) {
      return response.clone().json().then(ask).catch(function () {}).then(function () { return response; });
    });
    boot.config.catch(function () {}); // The program reports it.
  }

  function ask(settings) {
    var launch = boot.launch;
    var link = boot.link;
    var channel = detect(/^(mp|wecom|miniapp|browser)$/.test(link.channel) ? link.channel : launch.channel);
    var header = text(settings.tokenHeader) || 'token';
    var values = found.values;
    for (var name in values) {
      values[name] = decodeURIComponent(values[name]).trim();
      if (!values[name]) return;
    }
    values.openId = text(launch.openId);
    values.appId = text(link.appId) || text(launch.appId) || text(settings.appId);
    values.projectId = text(link.projectId) || text(launch.projectId) || text(settings.projectId);
    values.scene = known(boot.scenes, (/(?:^|[?&])s=([^&]*)/.exec(location.search) || [])[1]);
    values.mode = known(boot.modes, draftMode('draft:' + values.projectId + ':' + channel)) || boot.modes[0];
    // What fits into no header is no token.
    var token = /^[!-~]+$/.test(launch.token) ? launch.token : '';
    if (boot.screen.needsIdentity && !values.openId && !token) return;
    var base = (text(settings.apiBase) || '/webapi/visitorcs').replace(/\/+$/, '');
    Object.keys(boot.screen.calls).forEach(function (template) {
      if (boot.screen.calls[template].split(' ').indexOf(channel) < 0) return;
      var call = /^(\S+) (\S+)(?: json (.*))?$/.exec(template);
      var json = call[3] && fill(call[3], values, function (value) { return JSON.stringify(value).slice(1, -1); });
      send(call[1], base + fill(call[2], values, encode), header, token, json);
    });
  }

  function send(method, url, header, token, json) {
    var abort = new AbortController();
    var headers = {};
    if (token) headers[header] = token;
    if (json) headers['Content-Type'] = 'application/json';
    var response = fetch(url, { method: method, headers: headers, body: json, signal: abort.signal, redirect: 'error' });
    var answer = answers[[method, url, header, token, json || ''].join('\n')] = { response: response, abort: abort };
    response.then(function () { answer.since = performance.now(); }).catch(function () {});
  }

  // The screen of the address, and what its path says.
  function find() {
    var query = location.search.slice(1).split('&');
    var here = split(address.slice(boot.base.length));
    for (var i = 0; i < boot.screens.length; i++) {
      var path = boot.screens[i].path.split('?');
      var values = (!path[1] || query.indexOf(path[1]) >= 0) && match(split(path[0]), here);
      if (values) return { screen: boot.screens[i], values: values };
    }
  }

  function match(path, here) {
    var values = {};
    var fits = path.length === here.length && path.every(function (part, i) {
      var name = /^\{(.*)\}$/.exec(part);
      // Without its escapes, once somebody asks for it: a broken one is no reason to have no heading.
      if (name) values[name[1]] = here[i];
      return name || part === here[i];
    });
    return fits && values;
  }

  // Channel::detect. Old apps may say only later that they show a mini-program: the program then asks anew.
  function detect(launched) {
    var agent = navigator.userAgent;
    if (launched === 'mp' && !/MicroMessenger/.test(agent)) return 'browser';
    if (/^(mp|wecom|miniapp|browser)$/.test(launched)) return launched;
    if (window.__wxjs_environment === 'miniprogram' || /miniProgram/i.test(agent)) return 'miniapp';
    if (/wxwork/.test(agent)) return 'wecom';
    return /MicroMessenger/.test(agent) ? 'mp' : 'browser';
  }

  // As PersonalValue in src/platform/storage/personal.rs: two numbers stand before what is stored.
  function draftMode(name) {
    var draft = stored('localStorage', 'kept:' + stored('sessionStorage', 'owner') + ':' + name).replace(/^\S+ \S+ /, '');
    return (JSON.parse(draft || 'null') || {}).mode;
  }

  function fill(template, values, escape) {
    return template.replace(/<(.*?\{(\w+)\}.*?)>/g, function (all, part, name) {
      return values[name] ? part : '';
    }).replace(/\{(\w+)\}/g, function (all, name) {
      return escape(values[name]);
    });
  }

  // As src/percent.rs does.
  function encode(value) {
    return encodeURIComponent(value).replace(/[!'()*]/g, function (sign) {
      return '%' + sign.charCodeAt(0).toString(16).toUpperCase();
    });
  }

  // A setting or a value of the launch. What is no text may be read as one: in doubt, this throws.
  function text(value) {
    return (value || '').trim();
  }

  function known(codes, code) {
    return codes.indexOf(code) < 0 ? '' : code;
  }

  function split(path) {
    return path.split('/').filter(Boolean);
  }

  function stored(storage, key) {
    try {
      return window[storage].getItem(key) || '';
    } catch (forbidden) {
      return '';
    }
  }
})(window.visitorBoot);
