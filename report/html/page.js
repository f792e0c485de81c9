/* Search, choice and folding of a report page. It reads the page and asks nothing of anyone. */
(() => {
  'use strict';
  const FEWEST = 2;
  const search = document.getElementById('search');
  const shown = document.getElementById('shown');
  const switches = [...document.querySelectorAll('input[name=severity]')];
  const findings = [...document.querySelectorAll('.finding > details')].map((details) => ({
    details,
    text: details.textContent.toLowerCase(),
    above: aboveOf(details),
  }));
  let opened;

  function aboveOf(details) {
    const above = [];
    for (let one = details.parentElement.parentElement; one; one = one.parentElement) {
      if (one.classList.contains('finding')) above.push(one.firstElementChild);
    }
    return above;
  }

  function show() {
    const words = search.value.trim().toLowerCase();
    const asks = words.length >= FEWEST;
    const severities = new Set(switches.filter((one) => one.checked).map((one) => one.value));
    const fits = findings.filter(
      ({ details, text }) => severities.has(details.dataset.severity) && (!asks || text.includes(words)),
    );
    const kept = new Set(fits.flatMap(({ details, above }) => (asks ? [details, ...above] : [details])));
    if (asks && !opened) opened = findings.map(({ details }) => details.open);
    findings.forEach(({ details }, index) => {
      details.hidden = !kept.has(details);
      if (!asks && opened) details.open = opened[index];
    });
    if (asks) for (const { details } of fits) details.open = true;
    else opened = undefined;
    shown.textContent = `${fits.length} / ${findings.length}`;
  }

  function foldAll(open) {
    for (const { details } of findings) details.open = open;
  }

  search.addEventListener('input', show);
  for (const one of switches) one.addEventListener('change', show);
  document.getElementById('unfold').addEventListener('click', () => foldAll(true));
  document.getElementById('fold').addEventListener('click', () => foldAll(false));
  document.addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.target instanceof HTMLInputElement) return;
    event.preventDefault();
    search.focus();
  });
  show();
  document.getElementById('tools').hidden = false;
})();
