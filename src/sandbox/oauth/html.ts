/** The two pages of the sandbox's authorization servers: sign in, and say yes. Plain forms, no script. */

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);
}

function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(title)}</title>
<style>body{font:18px/1.5 sans-serif;max-width:34rem;margin:2rem auto;padding:0 1rem}label{display:block;margin:.6rem 0}
input:not([type=checkbox]),select,button{font:inherit;padding:.4rem .6rem}button{margin-top:1rem}.note{color:#555}.error{color:#b00}</style></head>
<body><p class="note">Sandbox: invented people, nothing here is real.</p><h1>${escapeHtml(title)}</h1>
${body}
</body></html>
`;
}

export function signInPage(title: string, action: string, problem: string | undefined): string {
  const error = problem === undefined ? '' : `<p class="error" role="alert">${escapeHtml(problem)}</p>`;
  return page(
    `Sign in to ${title}`,
    `${error}<form id="sign-in" method="post" action="${escapeHtml(action)}">
<label>User name <input name="userName" autocomplete="username" required></label>
<label>Password <input name="password" type="password" autocomplete="current-password" required></label>
<button type="submit">Sign in</button></form>`,
  );
}

export interface ConsentPage {
  readonly title: string;
  readonly action: string;
  readonly clientName: string;
  readonly scopes: readonly string[];
  /** Records this user may open here; a choice is asked for where there are several. */
  readonly records: readonly { readonly key: string; readonly label: string }[];
}

function recordChoice(records: ConsentPage['records']): string {
  const [only, ...others] = records;
  if (only === undefined) return '';
  if (others.length === 0) {
    return `<p>Record: <strong>${escapeHtml(only.label)}</strong></p><input type="hidden" name="record" value="${escapeHtml(only.key)}">`;
  }
  const options = records.map(({ key, label }) => `<option value="${escapeHtml(key)}">${escapeHtml(label)}</option>`);
  return `<label>Whose record? <select name="record">${options.join('')}</select></label>`;
}

export function consentPage(consent: ConsentPage): string {
  const scopes = consent.scopes.map(
    (scope) =>
      `<label><input type="checkbox" name="scope" value="${escapeHtml(scope)}" checked> ${escapeHtml(scope)}</label>`,
  );
  return page(
    `${consent.title}: share your record?`,
    `<form id="consent" method="post" action="${escapeHtml(consent.action)}">
<p><strong>${escapeHtml(consent.clientName)}</strong> asks to read:</p>
${scopes.join('\n')}
${recordChoice(consent.records)}
<button type="submit" name="decision" value="allow">Allow</button>
<button type="submit" name="decision" value="deny">Deny</button></form>`,
  );
}

export function errorPage(title: string, text: string): string {
  return page(title, `<p class="error" role="alert">${escapeHtml(text)}</p>`);
}
