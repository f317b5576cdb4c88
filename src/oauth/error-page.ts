/** The page for a person whose browser came with a request that cannot be answered to the app. Plain, no script, no link. */
import type { Configuration } from 'oidc-provider';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '');
}

export const renderErrorPage: NonNullable<Configuration['renderError']> = (
  ctx,
  { error, error_description: words },
) => {
  ctx.type = 'html';
  ctx.body = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>The app could not be connected</title></head>
<body>
<h1>The app could not be connected</h1>
<p>An app sent you here, but its request cannot be answered. Nothing was shared. Go back to the app and try again.</p>
<p>For the makers of the app: <code>${escapeHtml(error)}</code>${words === undefined ? '' : `: ${escapeHtml(words)}`}</p>
</body>
</html>
`;
};
