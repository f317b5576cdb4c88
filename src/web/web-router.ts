/** The pages for people, put together. Works without JavaScript. */
import compression from 'compression';
import express, { Router } from 'express';
import { GatewayError } from '../errors.ts';
import { addAccountsPage } from './accounts/accounts-page.ts';
import { addAppsPage } from './apps/apps-page.ts';
import { addAppsLogPage } from './apps-log/apps-log-page.ts';
import { addAuthorizeAppPage } from './authorize-app/authorize-app-page.ts';
import { addAddPage } from './add/add-page.ts';
import { addAddAllergyPage } from './add-allergy/add-allergy-page.ts';
import { addAddMedicinePage } from './add-medicine/add-medicine-page.ts';
import { addAddPersonPage } from './add-person/add-person-page.ts';
import { addChangesPage } from './changes/changes-page.ts';
import { addConfirmIdentityPage } from './confirm-identity/confirm-identity-page.ts';
import { addDownloadPage } from './download/download-page.ts';
import { errorPage } from './error/error-page.ts';
import { addHomePage } from './home/home-page.ts';
import { addKeptFormPage } from './kept-form/kept-form-page.ts';
import { addItemPages } from './item/item-page.ts';
import { addLanguageRoutes } from './language/language-routes.ts';
import { addLeavePage } from './leave/leave-page.ts';
import { addReceiptPage } from './leave-receipt/receipt-page.ts';
import { setPageLocals } from './layout/page-locals.ts';
import { addLinkRoutes } from './link/link-routes.ts';
import { addUnlinkPage } from './link/unlink-page.ts';
import { addMedicinesPage } from './medicines/medicines-page.ts';
import { addPassportPage } from './passport/passport-page.ts';
import { addQuestionPage } from './question/question-page.ts';
import { addQuestionsPage } from './questions/questions-page.ts';
import { forgetTakenForm } from './session/kept-form.ts';
import { refuseForeignForms } from './session/sender-of.ts';
import { createPageRecordReader } from './record/page-record.ts';
import { securityHeaders } from './security-headers.ts';
import { addSignInRoutes } from './sign-in/sign-in-routes.ts';
import { addStartPage } from './start/start-page.ts';
import { addAllergiesPage } from './allergies/allergies-page.ts';
import { addConditionsPage } from './conditions/conditions-page.ts';
import { addOtherPage } from './other/other-page.ts';
import { addOtherItemPage } from './other-item/other-item-page.ts';
import { addOtherKindPage } from './other-kind/other-kind-page.ts';
import { addTimelinePage } from './timeline/timeline-page.ts';
import { addVaccinationsPage } from './vaccinations/vaccinations-page.ts';
import type { WebDeps } from './web-deps.ts';

/** The longest text a form takes, each character written as twelve. */
const FORM_LIMIT = '100kb';
/** A consent page has a box for each kind of data and each source. */
const MOST_FIELDS = 300;

export function createWebRouter(given: Omit<WebDeps, 'pageRecords'>): Router {
  const deps: WebDeps = { ...given, pageRecords: createPageRecordReader(given.services, given.reader) };
  const router = Router();
  router.use(setPageLocals());
  router.use(securityHeaders(deps.settings.publicUrl));
  // Redirects too: they carry states and the session's cookie.
  router.use((_request, response, next) => {
    response.set('Cache-Control', 'no-store');
    next();
  });
  router.use(refuseForeignForms(deps.settings.publicUrl));
  router.use(express.urlencoded({ extended: false, limit: FORM_LIMIT, parameterLimit: MOST_FIELDS }));
  router.use(forgetTakenForm(deps.services.shared));

  deps.pages.assets.addRoutes(router);
  router.use(compression());

  addStartPage(router, deps);
  addLanguageRoutes(router, deps);
  addHomePage(router, deps);
  addKeptFormPage(router, deps);
  addSignInRoutes(router, deps);
  addAccountsPage(router, deps);
  addLinkRoutes(router, deps);
  addUnlinkPage(router, deps);
  addConfirmIdentityPage(router, deps);
  addAddPersonPage(router, deps);
  addMedicinesPage(router, deps);
  addItemPages(router, deps);
  addConditionsPage(router, deps);
  addAllergiesPage(router, deps);
  addVaccinationsPage(router, deps);
  addPassportPage(router, deps);
  addDownloadPage(router, deps);
  addOtherPage(router, deps);
  addOtherItemPage(router, deps);
  addOtherKindPage(router, deps);
  addTimelinePage(router, deps);
  addChangesPage(router, deps);
  addQuestionsPage(router, deps);
  addQuestionPage(router, deps);
  addAddPage(router, deps);
  addAddMedicinePage(router, deps);
  addAddAllergyPage(router, deps);
  addAuthorizeAppPage(router, deps);
  addAppsPage(router, deps);
  addAppsLogPage(router, deps);
  addLeavePage(router, deps);
  addReceiptPage(router, deps);

  router.use(() => {
    throw new GatewayError('not-found');
  });
  router.use(errorPage(deps));
  return router;
}
