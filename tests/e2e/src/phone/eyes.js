// Finds things on the page as people name them: by role and accessible name, and only what can be perceived now.
// Evaluates to an object of functions; `Phone::look` calls one of them.
(function () {
  'use strict';

  var ROLES = {
    button: 'button, [role=button]',
    link: 'a[href]',
    heading: 'h1, h2, h3',
    textbox: 'input:not([type]), input[type=text], input[type=tel], input[type=date], input[type=datetime-local], textarea',
    combobox: 'select',
    checkbox: 'input[type=checkbox]',
    radio: 'input[type=radio]',
    radiogroup: '[role=radiogroup]',
    file: 'input[type=file]',
    dialog: '[role=dialog]',
    article: 'article',
    listitem: '[role=listitem]',
    img: 'img'
  };
  var ANSWERS = ['textbox', 'combobox', 'checkbox', 'radiogroup', 'file'];

  function words(text) {
    return (text || '').replace(/\s+/g, ' ').trim();
  }

  // A screen reader pauses between boxes, and reads on within a line.
  function spoken(node) {
    if (node.nodeType === Node.TEXT_NODE) return node.data;
    if (node.nodeType !== Node.ELEMENT_NODE || node.getAttribute('aria-hidden') === 'true') return '';
    var style = getComputedStyle(node);
    if (style.display === 'none' || style.visibility === 'hidden') return '';
    var inside = node.tagName === 'IMG' ? node.alt : Array.from(node.childNodes, spoken).join('');
    return style.display === 'inline' ? inside : ' ' + inside + ' ';
  }

  // As far as this app goes; `the_stories_hear_what_a_screen_reader_says` compares it with the browser's own.
  function nameOf(element) {
    if (element.hasAttribute('aria-label')) return words(element.getAttribute('aria-label'));
    if (element.labels && element.labels.length) return words(Array.from(element.labels, spoken).join(' '));
    if (/^(INPUT|SELECT|TEXTAREA)$/.test(element.tagName)) return words(element.placeholder);
    return words(spoken(element));
  }

  // What a finger touches: an input that is drawn by its label is touched there.
  function touchable(element) {
    var isDrawnByLabel = /^(radio|checkbox)$/.test(element.type) && element.closest('label');
    return isDrawnByLabel || element;
  }

  function isPerceptible(element) {
    var drawn = element.type === 'file' ? element.parentElement : touchable(element);
    return drawn.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && !drawn.closest('[aria-hidden=true]');
  }

  // Behind a modal dialog, nothing can be perceived.
  function stage() {
    var modals = Array.from(document.querySelectorAll('[aria-modal=true]')).filter(isPerceptible);
    return modals[modals.length - 1] || document;
  }

  // A label may be followed by a remark: 来访单位 选填.
  function isNamed(element, name) {
    var whole = nameOf(element);
    return whole === name || whole.indexOf(name) === 0 && /^[ :：]/.test(whole.slice(name.length));
  }

  function all(role, within) {
    var root = within || stage();
    var found = Array.from(root.querySelectorAll(ROLES[role]));
    return (root.matches && root.matches(ROLES[role]) ? [root].concat(found) : found).filter(isPerceptible);
  }

  function find(role, name, within) {
    var found = all(role, within);
    var exact = found.filter(function (element) { return nameOf(element) === name; });
    return exact[0] || found.filter(function (element) { return isNamed(element, name); })[0] || null;
  }

  function answer(label) {
    for (var i = 0; i < ANSWERS.length; i++) {
      var found = find(ANSWERS[i], label);
      if (found) return found;
    }
    return null;
  }

  function need(label) {
    var element = answer(label);
    if (!element) throw new Error('nothing is labelled ' + label);
    return element;
  }

  // What moves and will come to rest; a spinner never does.
  function moving() {
    var running = document.getAnimations().filter(function (animation) { return animation.playState === 'running'; });
    var passing = running.filter(function (animation) { return isFinite(animation.effect.getComputedTiming().endTime); });
    return passing.map(function (animation) { return animation.effect.target; });
  }

  // A finger waits until what it aims at stands still.
  function isStill(element) {
    return !moving().some(function (target) { return target.contains(element); });
  }

  // Brings a thing into sight, and gives what is to be touched; none while it moves.
  function aim(element) {
    if (!element || !isStill(element)) return null;
    var target = touchable(element);
    target.scrollIntoView({ block: 'center' });
    return target;
  }

  return {
    touch: function (role, name) { return aim(find(role, name)); },

    // The radio of that name within the group of that name.
    option: function (group, name) {
      var within = find('radiogroup', group);
      return within && aim(find('radio', name, within));
    },

    // The input itself, for keys and files go there.
    answer: function (label) {
      var element = answer(label);
      return aim(element) && element;
    },

    isThere: function (role, name) { return !!find(role, name); },

    // Every single thing of that role, for those who want to ask the browser about it.
    each: function (role) { return all(role); },

    names: function (role) { return all(role).map(nameOf); },

    isEnabled: function (role, name) {
      var element = find(role, name);
      return element ? !element.disabled : null;
    },

    // What the answer shows: the chosen option's text, the chosen radio's label, whether a box is ticked.
    shown: function (label) {
      var element = need(label);
      if (element.tagName === 'SELECT') return element.selectedIndex < 0 ? '' : words(element.options[element.selectedIndex].text);
      if (element.type === 'checkbox') return String(element.checked);
      if (element.getAttribute('role') === 'radiogroup') {
        return all('radio', element).filter(function (radio) { return radio.checked; }).map(nameOf).join(' ');
      }
      return element.value;
    },

    // As the phone's own date picker does it.
    set: function (label, value) {
      var element = need(label);
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(element, value);
      element.dispatchEvent(new Event('input', { bubbles: true }));
      element.dispatchEvent(new Event('change', { bubbles: true }));
    },

    // What is said to be wrong with an answer, to eyes and to screen readers alike.
    complaint: function (label) {
      var element = need(label);
      var ids = (element.getAttribute('aria-describedby') || '').split(' ').filter(Boolean);
      var alerts = ids.map(function (id) { return document.getElementById(id); });
      alerts = alerts.filter(function (part) { return part && part.getAttribute('role') === 'alert' && isPerceptible(part); });
      return { words: words(alerts.map(function (part) { return part.innerText; }).join(' ')), invalid: element.getAttribute('aria-invalid') === 'true' };
    },

    hasFocus: function (label) {
      var element = answer(label);
      return !!element && element === document.activeElement;
    },

    // Ten taps before the page can draw anything in between.
    storm: function (role, name) {
      var element = find(role, name);
      for (var i = 0; element && i < 10; i++) element.click();
      return !!element;
    },

    // As it looks: a space that does not break is a space.
    text: function () { return document.body.innerText.replace(/\u00a0/g, ' '); },

    isAtRest: function () { return moving().length === 0; },

    // What sticks out of the screen sideways; an empty list means that nothing scrolls.
    overflow: function () {
      var page = document.scrollingElement;
      if (page.scrollWidth <= page.clientWidth) return [];
      var all = Array.from(document.body.querySelectorAll('*'));
      var wide = all.filter(function (element) { return element.getBoundingClientRect().right > page.clientWidth + 0.5; });
      return ['page ' + page.scrollWidth + ' > ' + page.clientWidth].concat(wide.slice(-5).map(function (element) { return element.outerHTML.slice(0, 120); }));
    },

    // What cannot be tapped although it is shown: something else lies over its middle. Under an open dialog only the
    // dialog counts.
    covered: function () {
      var dialogs = document.querySelectorAll('[role=dialog]');
      var place = dialogs.length ? dialogs[dialogs.length - 1] : document.body;
      var all = Array.from(place.querySelectorAll('a[href], button, input:not([type=file]), select')).filter(function (element) {
        return element.getClientRects().length && getComputedStyle(element).visibility !== 'hidden';
      });
      return all.filter(function (element) {
        element.scrollIntoView({ block: 'center' });
        var box = element.getBoundingClientRect();
        var hit = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
        return !hit || !(element.contains(hit) || (element.labels && Array.from(element.labels).some(function (label) { return label.contains(hit); })));
      }).map(function (element) { return element.outerHTML.slice(0, 120); });
    },

    storage: function (name) {
      var kept = {};
      for (var i = 0; i < window[name].length; i++) kept[window[name].key(i)] = window[name].getItem(window[name].key(i));
      return kept;
    },

    // What of a role begins nearest below the upper edge of the screen, and how far below.
    firstInSight: function (role) {
      var first = all(role).filter(function (element) { return element.getBoundingClientRect().top >= 0; })[0];
      return first && first.getBoundingClientRect().top < innerHeight ? [nameOf(first), Math.round(first.getBoundingClientRect().top)] : null;
    },

    // The first thing that has these words somewhere.
    holding: function (role, part) {
      return all(role).filter(function (element) { return nameOf(element).indexOf(part) >= 0; })[0] || null;
    },

    scrolled: function () { return Math.round(window.scrollY); }
  };
})()
