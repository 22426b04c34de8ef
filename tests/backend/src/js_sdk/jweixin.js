// In the place of WeChat's and WeCom's JS-SDK. It has the stand-in hold a signature against the address that the app has the
// page at, allows what was asked for with one that holds, and records what it is asked, in `jsSdkCalls` and at the stand-in.
// `jsSdkChecks` counts the signatures that are checked. A test may answer in its place: `jsSdkAnswers = { scanQRCode: function (options) { … } }`. ECMAScript 5.
(function () {
  'use strict';

  var isIos = /iPhone|iPad/.test(navigator.userAgent);
  var isWeCom = /wxwork/.test(navigator.userAgent);
  var entry = performance.getEntriesByType('navigation')[0].name;
  var answers = window.jsSdkAnswers = window.jsSdkAnswers || {};
  var calls = window.jsSdkCalls = window.jsSdkCalls || [];
  var allowed = {};
  window.jsSdkChecks = window.jsSdkChecks || 0;
  var isOver = false;
  var onReady = [];
  var onError;

  var wx = window.wx = {
    config: function (options) {
      check(options, options.appId, undefined, function (isValid) {
        allowed[address()] = isValid ? options.jsApiList : [];
        isOver = true;
        if (!isValid && onError) onError({ errMsg: 'config:invalid signature' });
        // As in the app: after a failure, too.
        onReady.splice(0).forEach(function (then) { then(); });
      });
    },
    ready: function (then) { if (isOver) then(); else onReady.push(then); },
    error: function (then) { onError = then; },
    miniProgram: {
      navigateBack: function (options) { record('miniProgram.navigateBack', options); },
      getEnv: function (then) { then({ miniprogram: window.__wxjs_environment === 'miniprogram' }); }
    }
  };

  var doings = {
    closeWindow: done,
    hideOptionMenu: done,
    showOptionMenu: done,
    onMenuShareAppMessage: done,
    previewImage: done,
    scanQRCode: function (options) { options.success({ resultStr: 'nothing' }); },
    chooseImage: function (options) {
      var ids = [];
      for (var i = 0; i < options.count; i++) ids.push('weixin://resourceid/' + i);
      options.success({ localIds: ids });
    },
    getLocalImgData: function (options) {
      var canvas = document.createElement('canvas');
      canvas.width = 30 + Number(options.localId.slice(-1));
      canvas.height = 20;
      var data = canvas.toDataURL('image/jpeg');
      // iOS says another kind; Android sends the data alone, in lines.
      options.success({ localData: isIos ? data.replace('image/jpeg', 'image/jgp') : data.split(',')[1].replace(/.{76}/g, '$&\n') });
    }
  };
  if (!isWeCom) doings.updateAppMessageShareData = done;
  Object.keys(doings).forEach(function (name) {
    wx[name] = function (options) {
      options = options || {};
      if (!isAllowed(name)) {
        record('refused ' + name);
        if (options.fail) options.fail({ errMsg: name + ':permission denied' });
        return;
      }
      record(name, options);
      (answers[name] || doings[name])(options);
    };
  });

  if (isWeCom) {
    var agents = [];
    wx.agentConfig = function (options) {
      check(options, options.corpid, options.agentid, function (isValid) {
        agents = isValid ? options.jsApiList : [];
        if (isValid) options.success({ err_msg: 'agentConfig:ok' });
        else options.fail({ err_msg: 'agentConfig:invalid signature' });
      });
    };
    wx.invoke = function (name, options, then) {
      var may = isAllowed(name) && agents.indexOf(name) >= 0;
      record(may ? name : 'refused ' + name, options);
      then({ err_msg: name + (may ? ':ok' : ':fail') });
    };
  }

  // iOS takes no notice of what becomes of the address.
  function address() {
    return (isIos ? entry : location.href).split('#')[0];
  }

  function isAllowed(name) {
    return (allowed[address()] || []).indexOf(name) >= 0;
  }

  function done(options) {
    if (options.success) options.success({ errMsg: 'ok' });
  }

  function check(options, app, agent, then) {
    var asked = {
      app: app, agent: agent, timestamp: options.timestamp, nonceStr: options.nonceStr, signature: options.signature,
      url: address(), calls: options.jsApiList
    };
    post('check', asked).then(function (response) { return response.json(); }).then(function (answer) {
      then(answer.isValid);
      window.jsSdkChecks++;
    });
  }

  function record(name, options) {
    // Without its callbacks.
    var plain = JSON.parse(JSON.stringify(options || {}));
    calls.push([name, plain]);
    post('calls', { name: name, options: plain });
  }

  function post(call, body) {
    return fetch('/gateway/js-sdk/' + call, {
      method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body), keepalive: true
    });
  }
})();
