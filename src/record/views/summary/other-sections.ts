/** Devices, alerts, care plans and advance directives (IPS 2.0.1): short lists of what the sources hold. */
import type { CarePlan, Consent, Device, DeviceUseStatement, Flag } from 'fhir/r4.js';
import { compareText } from '../../facts/fact.ts';
import { dayWords } from '../../explain/day-words.ts';
import { completeUse } from './complete-required.ts';
import type { SummaryContext } from './summary-context.ts';
import { summarySection, type SummarySection } from './summary-section.ts';
import { conceptWords, periodWords } from './words.ts';
import { element, table } from './xhtml.ts';

const ADVANCE_DIRECTIVE: ReadonlySet<string> = new Set(['adr', 'acd', 'dnr', 'polst', '42348-3', '59284-0']);

export function devicesSection(context: SummaryContext): SummarySection | undefined {
  const uses = context.asserted('DeviceUseStatement').filter(({ status }) => status !== 'entered-in-error');
  const used = new Set(uses.flatMap(({ device }) => device.reference ?? []));
  // A Device of the person that no statement is about: the section takes statements only, so it is told.
  const others = context
    .asserted('Device')
    .filter(
      (device) =>
        device.patient !== undefined && device.status !== 'entered-in-error' && !used.has(`Device/${device.id}`),
    );
  const rows = uses.map((use) => [
    deviceName(context, use),
    use.status,
    periodWords(use.timingPeriod) ?? (use.timingDateTime === undefined ? 'not said' : dayWords(use.timingDateTime)),
    context.sourceOf(use),
  ]);
  return summarySection(context, 'devices', {
    entries: uses.map(completeUse),
    told: [
      ...(rows.length === 0 ? [] : [table(['Device', 'Status', 'When', 'Recorded by'], rows)]),
      ...others.map((device) =>
        element(
          'p',
          `${nameOfDevice(device)}${device.status === undefined ? '' : `, ${device.status}`} (${context.sourceOf(device)}).`,
        ),
      ),
    ],
  });
}

function deviceName({ input }: SummaryContext, { device }: DeviceUseStatement): string {
  const target = device.reference === undefined ? undefined : input.read(device.reference);
  return target?.resourceType === 'Device' ? nameOfDevice(target) : (device.display ?? 'without a name');
}

function nameOfDevice({ deviceName: names, type, distinctIdentifier }: Device): string {
  return conceptWords(type) ?? names?.[0]?.name ?? distinctIdentifier ?? 'Device without a name';
}

export function alertsSection(context: SummaryContext): SummarySection | undefined {
  const flags = sorted(context.asserted('Flag').filter(({ status }) => status === 'active'));
  const rows = flags.map((flag) => [flagName(flag), periodWords(flag.period) ?? 'not said', context.sourceOf(flag)]);
  return summarySection(context, 'alerts', {
    entries: flags,
    told: rows.length === 0 ? [] : [table(['Alert', 'Since', 'Recorded by'], rows)],
  });
}

function flagName({ code }: Flag): string {
  return conceptWords(code) ?? 'without a name';
}

export function planOfCareSection(context: SummaryContext): SummarySection | undefined {
  const plans = sorted(
    context.asserted('CarePlan').filter(({ status }) => status === 'active' || status === 'on-hold'),
  );
  const rows = plans.map((plan) => [
    planName(plan),
    plan.status,
    periodWords(plan.period) ?? 'not said',
    context.sourceOf(plan),
  ]);
  return summarySection(context, 'plan-of-care', {
    entries: plans,
    told: rows.length === 0 ? [] : [table(['Plan', 'Status', 'Since', 'Recorded by'], rows)],
  });
}

function planName({ title, category, description }: CarePlan): string {
  const categories = (category ?? []).flatMap((one) => conceptWords(one) ?? []);
  return title ?? (categories.length > 0 ? categories.join(', ') : (description ?? 'without a name'));
}

export function advanceDirectivesSection(context: SummaryContext): SummarySection | undefined {
  const directives = sorted(
    context.asserted('Consent').filter((consent) => consent.status === 'active' && isDirective(consent)),
  );
  const rows = directives.map((consent) => [
    consent.category.flatMap((one) => conceptWords(one) ?? []).join(', ') ||
      conceptWords(consent.scope) ||
      'Advance directive',
    consent.dateTime === undefined ? 'not said' : dayWords(consent.dateTime),
    context.sourceOf(consent),
  ]);
  return summarySection(context, 'advance-directives', {
    entries: directives,
    told: rows.length === 0 ? [] : [table(['Directive', 'Date', 'Recorded by'], rows)],
  });
}

function isDirective({ scope, category }: Consent): boolean {
  return [scope, ...category].some(({ coding }) =>
    coding?.some(({ code }) => code !== undefined && ADVANCE_DIRECTIVE.has(code.toLowerCase())),
  );
}

function sorted<T extends { readonly id: string }>(resources: readonly T[]): readonly T[] {
  return [...resources].sort((a, b) => compareText(a.id, b.id));
}
