/**
 * Leave: what is deleted, what stays and why, then everything at once (design 8). Somebody who looks after others says of each
 * whose record goes with theirs that it may. The receipt needs no sign-in: there is nobody left to sign in.
 */
import type { Request, Response, Router } from 'express';
import { GatewayError } from '../../errors.ts';
import { leave } from '../../services/leave.ts';
import { findReceipt, newReceiptId, RECEIPT_KEPT_MS, receiptLockKey } from '../../services/leave-receipt.ts';
import { planLeave, type LeavePlan } from '../../services/plan-leave.ts';
import { withLock } from '../../services/with-lock.ts';
import { personName } from '../layout/person-name.ts';
import { setReceiptCookie } from '../leave-receipt/receipt-cookie.ts';
import { RECEIPT_PATH } from '../leave-receipt/receipt-page.ts';
import { dropKeptForm } from '../session/kept-form.ts';
import { findVisit, formText, formTexts, requirePostAbout, requireVisit } from '../session/require-visit.ts';
import { clearSessionCookie } from '../session/session-cookie.ts';
import { endSession } from '../session/session-store.ts';
import type { Visit } from '../session/visit.ts';
import type { WebDeps } from '../web-deps.ts';
import { checkLeaveForm, recordField, type LeaveFields } from './leave-form.ts';

export const LEAVE_PATH = '/leave';

/** Sources answer within seconds. Whoever waits longer than this for the same deletion gets an error and looks again. */
const LOCK = { ttlMs: 120_000, waitMs: 60_000 };

export function addLeavePage(router: Router, deps: WebDeps): void {
  const { services, settings } = deps;

  function show(response: Response, visit: Visit, plan: LeavePlan, fields: LeaveFields, isSent: boolean): void {
    const words = deps.pages.words(response);
    const faults = isSent ? checkLeaveForm(plan, fields) : [];
    if (faults.length > 0) response.status(400);
    const others = plan.records.filter(({ relationship }) => relationship !== 'self');
    const values = {
      isWhole: plan.isWhole,
      goes: others
        .filter(({ fate }) => fate === 'deleted')
        .map(({ person }) => ({
          id: person.id,
          field: recordField(person.id),
          name: personName(person),
          isTicked: fields.records.has(person.id),
        })),
      stays: others.filter(({ fate }) => fate === 'stays').map(({ person }) => personName(person)),
      places: [...new Set(plan.records.flatMap(({ accounts }) => accounts.map(({ source }) => titleOf(source))))],
      apps: plan.records.reduce((sum, { appGrantIds }) => sum + appGrantIds.length, 0),
      isSure: fields.isSure,
      // One deletion has one receipt, however often the button is pressed.
      receipt: fields.receipt,
      faults: faults.map(({ field, key, personId }) => ({
        field,
        text: words.text(`leave:fault.${key}`, { name: nameOf(plan, personId) }),
      })),
    };
    deps.pages.send(response, 'leave', values, visit);
  }

  function titleOf(source: string): string {
    return services.connectors.get(source)?.source.title ?? source;
  }

  function nameOf({ records }: LeavePlan, personId: string | undefined): string {
    const person = records.find((record) => record.person.id === personId)?.person;
    return person === undefined ? '' : personName(person);
  }

  router.get(LEAVE_PATH, async (request, response) => {
    const visit = await requireVisit(deps, request);
    const plan = await planLeave(services, whoLeaves(visit));
    show(response, visit, plan, { isSure: false, records: new Set(), receipt: newReceiptId() }, false);
  });

  // Pressed twice: the second waits for the first, and finds its receipt.
  router.post(LEAVE_PATH, async (request, response) => {
    const fields = readFields(request);
    const lockKey = receiptLockKey(fields.receipt);
    const done = await withLock(services.shared, lockKey, LOCK, () => answer(request, response, fields));
    if (done === undefined) throw new GatewayError('unavailable');
  });

  async function answer(request: Request, response: Response, fields: LeaveFields): Promise<void> {
    if ((await findReceipt(services, fields.receipt)) !== undefined) {
      goToReceipt(response, fields.receipt);
      return;
    }
    // An answer given before an expired sign-in is not kept: this is asked anew.
    if ((await findVisit(deps, request)) === undefined) {
      response.redirect(303, LEAVE_PATH);
      return;
    }
    const visit = await requirePostAbout(deps, request);
    const plan = await planLeave(services, whoLeaves(visit));
    if (checkLeaveForm(plan, fields).length > 0) {
      show(response, visit, plan, fields, true);
      return;
    }
    await leave(services, deps.sync, { ...whoLeaves(visit), receiptId: fields.receipt });
    if (plan.isWhole) {
      await endSession(services.shared, visit.sessionId);
      await dropKeptForm(services.shared, request, response);
      clearSessionCookie(response, settings.publicUrl, 'signed-in');
    }
    goToReceipt(response, fields.receipt);
  }

  function goToReceipt(response: Response, id: string): void {
    setReceiptCookie(response, settings.publicUrl, id, RECEIPT_KEPT_MS);
    response.redirect(303, RECEIPT_PATH);
  }
}

function whoLeaves({ actor, subject }: Visit) {
  return { actorId: actor.id, subjectId: subject.id };
}

function readFields(request: Request): LeaveFields {
  const receipt = formText(request, 'receipt');
  return {
    isSure: formText(request, 'sure') === 'yes',
    records: new Set(formTexts(request, 'record')),
    receipt: /^[\w-]{43}$/.test(receipt) ? receipt : newReceiptId(),
  };
}
