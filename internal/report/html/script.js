(function () {
  'use strict';
  var form = document.getElementById('filters');
  if (!form) return;
  var shown = document.getElementById('shown');
  var items = Array.from(document.querySelectorAll('li[data-rule]'));
  var articles = Array.from(document.querySelectorAll('article'));
  var files = Array.from(document.querySelectorAll('section.file'));
  var all = ['error', 'warning', 'info'];

  function severities() {
    return all.filter(function (s) { return form.querySelector('[value=' + s + ']').checked; });
  }

  // Reads the filters from an address such as #severity=error&rule=period/reversed&entry=KEN.
  function read() {
    var hash = location.hash.slice(1);
    if (hash && hash.indexOf('=') < 0) return false;
    var wanted = new URLSearchParams(hash);
    var list = wanted.has('severity') ? wanted.get('severity').split(',') : all;
    all.forEach(function (s) { form.querySelector('[value=' + s + ']').checked = list.indexOf(s) >= 0; });
    form.rule.value = wanted.get('rule') || '';
    if (form.rule.selectedIndex < 0) form.rule.value = '';
    form.entry.value = wanted.get('entry') || '';
    return true;
  }

  function write() {
    var wanted = new URLSearchParams();
    var list = severities();
    if (list.length < all.length) wanted.set('severity', list.join(','));
    if (form.rule.value) wanted.set('rule', form.rule.value);
    if (form.entry.value) wanted.set('entry', form.entry.value);
    history.replaceState(null, '', '#' + wanted);
  }

  function apply() {
    var list = severities(), rule = form.rule.value, entry = form.entry.value.trim().toLowerCase(), count = 0;
    articles.forEach(function (article) {
      article.dataset.match = !entry || article.dataset.name.indexOf(entry) >= 0 ? '1' : '';
    });
    items.forEach(function (item) {
      var hit = list.indexOf(item.dataset.severity) >= 0 && (!rule || item.dataset.rule === rule) &&
        item.closest('article').dataset.match === '1';
      item.hidden = !hit;
      if (hit) count++;
    });
    articles.concat(files).forEach(function (part) {
      part.hidden = !part.querySelector('li[data-rule]:not([hidden])');
    });
    shown.textContent = count.toLocaleString('en') + ' of ' + items.length.toLocaleString('en') + ' violations shown';
  }

  // A place that is linked to must be visible, a rule's help open.
  function reveal() {
    var target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    if (target.hidden) { form.reset(); all.forEach(function (s) { form.querySelector('[value=' + s + ']').checked = true; }); apply(); }
    if (target.tagName === 'DETAILS') target.open = true;
    target.scrollIntoView();
  }

  form.addEventListener('submit', function (event) { event.preventDefault(); });
  form.addEventListener('input', function () { write(); apply(); });
  form.addEventListener('reset', function () { setTimeout(function () { write(); apply(); }, 0); });
  addEventListener('hashchange', function () { if (read()) apply(); else reveal(); });
  form.hidden = false;
  read();
  apply();
  reveal();
}());
