/** The receipt for who has left, as a page and as a text file; for who has the browser that left, without a session. */
import type { Request, Router } from 'express';
import { findReceipt } from '../../services/leave-receipt.ts';
import { findVisit } from '../session/require-visit.ts';
import type { WebDeps } from '../web-deps.ts';
import { readReceiptCookie } from './receipt-cookie.ts';
import { receiptText, tellReceipt } from './receipt-lines.ts';

export const RECEIPT_PATH = '/leave/receipt';

export function addReceiptPage(router: Router, deps: WebDeps): void {
  async function find(request: Request) {
    const id = readReceiptCookie(request);
    return id === undefined ? undefined : findReceipt(deps.services, id);
  }

  router.get(RECEIPT_PATH, async (request, response) => {
    const receipt = await find(request);
    const told = receipt === undefined ? undefined : tellReceipt(deps.pages.words(response), receipt);
    if (told === undefined) response.status(404);
    deps.pages.send(response, 'leave-receipt', { told }, await findVisit(deps, request));
  });

  router.get(`${RECEIPT_PATH}.txt`, async (request, response) => {
    const receipt = await find(request);
    if (receipt === undefined) {
      response.redirect(303, RECEIPT_PATH);
      return;
    }
    response
      .attachment('receipt.txt')
      .type('text/plain; charset=utf-8')
      .send(receiptText(deps.pages.words(response), receipt));
  });
}
