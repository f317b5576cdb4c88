/**
 * Keeps a page that waits for readings up to date. Texts change in their places and nothing moves; what is said aloud is how it
 * went when a place is done, not every step. Without this script the page has a link to look again.
 */
const EVERY_MS = 1500;
const MOST_FAILURES = 5;

const said = document.querySelector('[data-part="said"]');
const part = (card, name) => card.querySelector(`[data-part="${name}"]`);
const wasReading = new Set();

function setText(node, text) {
  if (node !== null && node.textContent !== text) node.textContent = text;
}

function addKind(body, kind) {
  const row = document.createElement('tr');
  row.setAttribute('role', 'row');
  row.dataset.kind = kind.type;
  const name = document.createElement('th');
  name.setAttribute('role', 'rowheader');
  name.scope = 'row';
  const words = kind.name ?? kind.type;
  if (kind.name === undefined) {
    const written = document.createElement('bdi');
    written.lang = 'en-GB';
    written.textContent = words;
    name.append(written);
  } else name.textContent = words;
  const cell = document.createElement('td');
  cell.setAttribute('role', 'cell');
  cell.dataset.label = body.dataset.label;
  cell.append(document.createElement('span'));
  row.append(name, cell);
  body.append(row);
  return row;
}

function showKinds(body, kinds) {
  if (body === null) return;
  const rows = new Map([...body.rows].map((row) => [row.dataset.kind, row]));
  for (const kind of kinds) setText((rows.get(kind.type) ?? addKind(body, kind)).querySelector('td span'), kind.state);
}

function show(source) {
  const card = document.querySelector(`[data-source="${CSS.escape(source.name)}"]`);
  if (card === null || part(card, 'bar') === null) return undefined;
  if (source.isReading) wasReading.add(source.name);
  setText(part(card, 'state'), source.state);
  setText(part(card, 'lastRead'), source.lastRead);
  setText(part(card, 'sum'), source.sum);
  const bar = part(card, 'bar');
  bar.max = Math.max(1, source.total);
  bar.value = source.isReading ? source.done : bar.max;
  // A full bar would say that all went well; it keeps its place.
  bar.style.visibility = source.isReading ? '' : 'hidden';
  showKinds(part(card, 'kinds'), source.kinds);
  return !source.isReading && wasReading.delete(source.name) ? source.said : undefined;
}

/** The page no longer says that it waits. Its text keeps its room, so that the link below stays where it is. */
function showEnded({ said: text, goOn }) {
  const box = document.querySelector('[data-part="waiting"]');
  const what = part(box, 'waitingWhat');
  what.style.minBlockSize = getComputedStyle(what).blockSize;
  setText(what, text);
  setText(part(box, 'again'), goOn);
}

/** @returns whether to ask again. */
async function look() {
  const response = await fetch('/accounts/progress', { headers: { Accept: 'application/json' } });
  if (response.status === 401) return false;
  if (!response.ok) throw new Error('no progress');
  const progress = await response.json();
  if (progress.shown !== said.dataset.shown) return false;
  const ended = progress.sources.map(show).filter((text) => text !== undefined);
  if (!progress.isReading) {
    showEnded(progress.ended);
    ended.push(progress.ended.said);
  }
  if (ended.length > 0) said.textContent = ended.join(' ');
  return progress.isReading;
}

if (said !== null) {
  for (const bar of document.querySelectorAll('[data-part="bar"]'))
    wasReading.add(bar.closest('[data-source]').dataset.source);
  let failures = 0;
  const again = async () => {
    // A page in the background asks nothing.
    if (document.hidden) {
      document.addEventListener('visibilitychange', again, { once: true });
      return;
    }
    const goesOn = await look().catch(() => ++failures < MOST_FAILURES);
    if (goesOn) setTimeout(again, EVERY_MS);
  };
  setTimeout(again, EVERY_MS);
}
