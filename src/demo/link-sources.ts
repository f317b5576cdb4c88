/** Links every source that holds a record of the person, by walking the real pages; one that fails leaves the others. */
import { createBrowser, WalkError } from '../sandbox/browser/browser.ts';
import type { ChosenPerson } from './choose-person.ts';
import { createGatewayVisitor } from './gateway-visitor.ts';
import type { NotLinked } from './record-report.ts';
import type { RunningDemo } from './start-demo.ts';

export interface Linking {
  /** The gateway's Patient id of the person. */
  readonly patient: string;
  readonly notLinked: readonly NotLinked[];
}

/** @throws WalkError where signing in fails. */
export async function linkSources(
  { config, sandbox, gateway }: RunningDemo,
  { person, user, lookedAfter }: ChosenPerson,
  note: (line: string) => void,
): Promise<Linking> {
  const visitor = createGatewayVisitor(config.publicUrl, createBrowser(), user);
  await visitor.signIn();
  note(`Signed in as ${user.userName}`);
  if (lookedAfter !== undefined) {
    await visitor.addPerson(lookedAfter);
    note(
      `Added ${lookedAfter.given} ${lookedAfter.family}, whom ${user.userName} looks after (${lookedAfter.relationship})`,
    );
  }
  const notLinked: NotLinked[] = [];
  for (const source of sandbox.sources.filter((item) => item.patients.has(person))) {
    try {
      const how = await visitor.link(source.name, { record: person });
      const words = how === 'proved' ? 'identity proved by a shared number' : `identity confirmed by ${user.userName}`;
      note(`Linked ${source.name} (${source.title}): ${words}`);
    } catch (error) {
      if (!(error instanceof WalkError)) throw error;
      notLinked.push({ name: source.name, reason: error.reason });
      note(`Not linked: ${source.name} (${source.title}): ${error.reason}`);
    }
  }
  const patient = await patientIdOf(gateway, sandbox.signIn.issuer, user.sub, lookedAfter !== undefined);
  return { patient, notLinked };
}

/** What an authorization server would look up before it issues a token with the `patient` claim. */
export async function patientIdOf(
  { services }: RunningDemo['gateway'],
  issuer: string,
  sub: string,
  isForOther: boolean,
): Promise<string> {
  const actor = await services.store.findPersonByIdentity({ issuer, sub });
  const acts = await services.store.listRepresentations(actor?.id ?? '');
  const subject = acts.find((item) => (item.relationship === 'self') !== isForOther);
  if (subject === undefined) throw new Error('The gateway does not know the person.');
  return subject.subjectId;
}
