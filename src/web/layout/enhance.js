/** What a page does more where scripts run: a problem is gone to at once, and a form is sent once. No page needs it. */
const summary = document.querySelector('.nhsuk-error-summary');
if (summary !== null) {
  summary.tabIndex = -1;
  summary.focus();
}

const sent = new WeakSet();
document.addEventListener('submit', (event) => {
  if (sent.has(event.target)) event.preventDefault();
  sent.add(event.target);
});
// Back in the browser's history the page is as it was left: its forms may be sent again.
addEventListener('pageshow', (event) => {
  if (event.persisted) location.reload();
});
// On paper nothing is folded; browsers that open folds for print by their style alone need none of this.
const opened = [];
addEventListener('beforeprint', () => {
  for (const fold of document.querySelectorAll('details:not([open], .no-print, .no-print *)')) {
    fold.open = true;
    opened.push(fold);
  }
});
addEventListener('afterprint', () => {
  for (const fold of opened.splice(0)) fold.open = false;
});
