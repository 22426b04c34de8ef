// The heading of the page, before the program: written into #boot (see index.html), in the words and the language that the
// page will have. Inline, after early_answers.js, which knows the screen; ECMAScript 5. The words are in first_screens.js.
(function (boot) {
  'use strict';

  boot.writeHeading = function (siteLocale) {
    var locale = choose((chosen() || siteLocale || navigator.language || '').trim().toLowerCase());
    var heading = document.querySelector('#boot h1');
    document.documentElement.lang = boot.locales[locale];
    heading.textContent = document.title = (boot.screen || boot.screens[0]).titles[locale];
  };

  // The site's own language, for whoever has chosen none.
  if (boot.config) {
    boot.config.then(function (response) {
      return response.clone().json();
    }).then(function (settings) {
      if (settings.locale && !boot.started) boot.writeHeading(settings.locale);
    }).catch(function () {});
  }

  function chosen() {
    try {
      return localStorage.getItem('locale');
    } catch (forbidden) {
      return '';
    }
  }

  // Locale::choose: that very locale, or one of its language.
  function choose(wish) {
    if (!wish) return 0;
    var close = boot.standInLocale;
    for (var i = boot.locales.length; i--;) {
      var locale = boot.locales[i].toLowerCase();
      if (locale === wish) return i;
      if (locale.split('-')[0] === wish.split(/[-_]/)[0]) close = i;
    }
    return close;
  }
})(window.visitorBoot);
