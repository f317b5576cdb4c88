/** The passport: a page to look at and print, and a PDF; what is on it the person chooses (requirements P9). */
import type { Request, Response, Router } from 'express';
import { listEntries } from '../../services/own-entries.ts';
import { personName } from '../layout/person-name.ts';
import type { Words } from '../locales/words.ts';
import { requireVisit } from '../session/require-visit.ts';
import type { Visit } from '../session/visit.ts';
import type { WebDeps } from '../web-deps.ts';
import { createPassport } from './passport.ts';
import { readFontFiles } from './pdf/open-fonts.ts';
import { writePassportPdf } from './pdf/write-passport-pdf.ts';
import {
  choicesQuery,
  passportChoices,
  PASSPORT_PARTS,
  PASSPORT_PRINTS,
  PASSPORT_SIZES,
  type PassportChoices,
} from './passport-choices.ts';
import { passportSheet } from './passport-sheet.ts';
import type { PassportSheet } from './sheet.ts';

interface Made {
  readonly visit: Visit;
  readonly choices: PassportChoices;
  readonly words: Words;
  readonly sheet: PassportSheet;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

export function addPassportPage(router: Router, deps: WebDeps): void {
  const fonts = readFontFiles();

  router.get('/passport', async (request, response) => {
    const { visit, choices, sheet } = await make(deps, request, response);
    const values = {
      sheet,
      choices,
      parts: PASSPORT_PARTS.map((name) => ({ name, isOn: choices.parts.has(name) })),
      sizes: PASSPORT_SIZES,
      prints: PASSPORT_PRINTS,
      pdfQuery: choicesQuery(choices),
    };
    deps.pages.send(response, 'passport', values, visit);
  });

  router.get('/passport.pdf', async (request, response) => {
    const { choices, words, sheet, now } = await make(deps, request, response);
    const pdf = await writePassportPdf({ sheet, choices, words, fonts, madeAt: new Date(now) });
    response
      .set('Cache-Control', 'no-store')
      .set('Content-Disposition', 'inline; filename="passport.pdf"')
      .set('Content-Language', choices.language.tag)
      .type('application/pdf')
      .send(pdf);
  });
}

async function make(deps: WebDeps, request: Request, response: Response): Promise<Made> {
  const visit = await requireVisit(deps, request);
  const choices = passportChoices(request.query, deps.pages.words(response).language);
  const words = deps.pages.wordsIn(choices.language);
  const page = await deps.pageRecords.read(visit, 'passport');
  const whose = { actorId: visit.actor.id, subjectId: visit.subject.id };
  const entries = await listEntries(deps.services, whose);
  const passport = createPassport({ page, person: visit.subject, entries });
  const now = deps.services.now();
  const sheet = passportSheet(passport, words, {
    name: personName(visit.subject),
    choices,
    titleOf: page.titleOf,
    madeAt: new Date(now).toISOString(),
  });
  return { visit, choices, words, sheet, now };
}
