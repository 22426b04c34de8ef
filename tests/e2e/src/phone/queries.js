// Finds elements by role and accessible name, among those that are visible now.
// Evaluates to an object of functions; `Phone::query` calls one of them.
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
  var FIELDS = ['textbox', 'combobox', 'checkbox', 'radiogroup', 'file'];

  function normalize(text) {
    return (text || '').replace(/\s+/g, ' ').trim();
  }

  // Text for the accessible name: block boxes are separated by spaces, inline boxes are not.
  function accessibleText(node) {
    if (node.nodeType === Node.TEXT_NODE) return node.data;
    if (node.nodeType !== Node.ELEMENT_NODE || node.getAttribute('aria-hidden') === 'true') return '';
    var style = getComputedStyle(node);
    if (style.display === 'none' || style.visibility === 'hidden') return '';
    var inside = node.tagName === 'IMG' ? node.alt : Array.from(node.childNodes, accessibleText).join('');
    return style.display === 'inline' ? inside : ' ' + inside + ' ';
  }

  // Covers what this app uses; `the_stories_hear_what_a_screen_reader_says` compares it with the browser's computed names.
  function nameOf(element) {
    if (element.hasAttribute('aria-label')) return normalize(element.getAttribute('aria-label'));
    if (element.labels && element.labels.length) return normalize(Array.from(element.labels, accessibleText).join(' '));
    if (/^(INPUT|SELECT|TEXTAREA)$/.test(element.tagName)) return normalize(element.placeholder);
    return normalize(accessibleText(element));
  }

  // Radios and checkboxes are drawn by their label, and tapped there.
  function tapTarget(element) {
    var isDrawnByLabel = /^(radio|checkbox)$/.test(element.type) && element.closest('label');
    return isDrawnByLabel || element;
  }

  function isPerceptible(element) {
    var drawn = element.type === 'file' ? element.parentElement : tapTarget(element);
    return drawn.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && !drawn.closest('[aria-hidden=true], [inert]');
  }

  // A label may be followed by a remark: 来访单位 选填.
  function isNamed(element, name) {
    var whole = nameOf(element);
    return whole === name || whole.indexOf(name) === 0 && /^[ :：]/.test(whole.slice(name.length));
  }

  function all(role, within) {
    var container = within || document;
    var found = Array.from(container.querySelectorAll(ROLES[role]));
    return (container.matches && container.matches(ROLES[role]) ? [container].concat(found) : found).filter(isPerceptible);
  }

  function find(role, name, within) {
    var found = all(role, within);
    var exact = found.filter(function (element) { return nameOf(element) === name; });
    return exact[0] || found.filter(function (element) { return isNamed(element, name); })[0] || null;
  }

  function field(label) {
    for (var i = 0; i < FIELDS.length; i++) {
      var found = find(FIELDS[i], label);
      if (found) return found;
    }
    return null;
  }

  function requireField(label) {
    var element = field(label);
    if (!element) throw new Error('no field is labelled ' + label);
    return element;
  }

  // The targets of animations that end; a spinner never does.
  function moving() {
    var running = document.getAnimations().filter(function (animation) { return animation.playState === 'running'; });
    var passing = running.filter(function (animation) { return isFinite(animation.effect.getComputedTiming().endTime); });
    return passing.map(function (animation) { return animation.effect.target; });
  }

  // Whether no animation moves the element.
  function isStill(element) {
    return !moving().some(function (target) { return target.contains(element); });
  }

  // Scrolls an element into view and gives its tap target; null while it moves.
  function scrollAndTarget(element) {
    if (!element || !isStill(element)) return null;
    var target = tapTarget(element);
    target.scrollIntoView({ block: 'center' });
    return target;
  }

  return {
    tappable: function (role, name) { return scrollAndTarget(find(role, name)); },

    // The middle of the element of that role and name, in CSS pixels.
    place: function (role, name) {
      var target = scrollAndTarget(find(role, name));
      var box = target && target.getBoundingClientRect();
      return box && [box.left + box.width / 2, box.top + box.height / 2];
    },

    // The radio of that name within the group of that name.
    radio: function (group, name) {
      var within = find('radiogroup', group);
      return within && scrollAndTarget(find('radio', name, within));
    },

    // The input itself, which takes keys and files.
    field: function (label) {
      var element = field(label);
      return scrollAndTarget(element) && element;
    },

    exists: function (role, name) { return !!find(role, name); },

    // All elements of that role.
    elements: function (role) { return all(role); },

    names: function (role) { return all(role).map(nameOf); },

    isEnabled: function (role, name) {
      var element = find(role, name);
      return element ? !element.disabled : null;
    },

    // The value of a field: the chosen option's text, the chosen radio's label, whether a box is ticked.
    value: function (label) {
      var element = requireField(label);
      if (element.tagName === 'SELECT') return element.selectedIndex < 0 ? '' : normalize(element.options[element.selectedIndex].text);
      if (element.type === 'checkbox') return String(element.checked);
      if (element.getAttribute('role') === 'radiogroup') {
        return all('radio', element).filter(function (radio) { return radio.checked; }).map(nameOf).join(' ');
      }
      return element.value;
    },

    // Sets a value as the phone's date picker does.
    setValue: function (label, value) {
      var element = requireField(label);
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(element, value);
      element.dispatchEvent(new Event('input', { bubbles: true }));
      element.dispatchEvent(new Event('change', { bubbles: true }));
    },

    // The problem shown at a field, and whether the field is marked invalid.
    problem: function (label) {
      var element = requireField(label);
      var ids = (element.getAttribute('aria-describedby') || '').split(' ').filter(Boolean);
      var alerts = ids.map(function (id) { return document.getElementById(id); });
      alerts = alerts.filter(function (part) { return part && part.getAttribute('role') === 'alert' && isPerceptible(part); });
      return { words: normalize(alerts.map(function (part) { return part.innerText; }).join(' ')), invalid: element.getAttribute('aria-invalid') === 'true' };
    },

    hasFocus: function (label) {
      var element = field(label);
      return !!element && element === document.activeElement;
    },

    // Ten clicks in one task: the page cannot render in between.
    clickRepeatedly: function (role, name) {
      var element = find(role, name);
      if (!element || !isStill(element)) return false;
      for (var i = 0; i < 10; i++) element.click();
      return true;
    },

    // The visible text, with non-breaking spaces as spaces.
    text: function () { return document.body.innerText.replace(/\u00a0/g, ' '); },

    animationsAreOver: function () { return moving().length === 0; },

    // The elements wider than the viewport; empty where nothing scrolls sideways.
    overflow: function () {
      var page = document.scrollingElement;
      if (page.scrollWidth <= page.clientWidth) return [];
      var all = Array.from(document.body.querySelectorAll('*'));
      var wide = all.filter(function (element) { return element.getBoundingClientRect().right > page.clientWidth + 0.5; });
      return ['page ' + page.scrollWidth + ' > ' + page.clientWidth].concat(wide.slice(-5).map(function (element) { return element.outerHTML.slice(0, 120); }));
    },

    // The visible controls whose middle is covered by another element. Where a dialog is open, only its content
    // counts.
    covered: function () {
      var dialogs = document.querySelectorAll('[role=dialog]');
      var container = dialogs.length ? dialogs[dialogs.length - 1] : document.body;
      var all = Array.from(container.querySelectorAll('a[href], button, input:not([type=file]), select')).filter(function (element) {
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
      var items = {};
      for (var i = 0; i < window[name].length; i++) items[window[name].key(i)] = window[name].getItem(window[name].key(i));
      return items;
    },

    // The first element of a role whose top is in the viewport, and the distance to its upper edge.
    firstVisible: function (role) {
      var first = all(role).filter(function (element) { return element.getBoundingClientRect().top >= 0; })[0];
      return first && first.getBoundingClientRect().top < innerHeight ? [nameOf(first), Math.round(first.getBoundingClientRect().top)] : null;
    },

    // The first element whose name contains these words.
    containing: function (role, part) {
      return all(role).filter(function (element) { return nameOf(element).indexOf(part) >= 0; })[0] || null;
    },

    scrollTop: function () { return Math.round(window.scrollY); }
  };
})()
