/** A person at the forms for own entries, over HTTP and with real stores. */
import type { Response } from 'supertest';
import type { PersonEntry } from '../../../src/ports/person-entries.ts';
import { setWebStage, signIn, type WebStage } from './web-stage.ts';

export async function setUp(settings = {}) {
  const stage = await setWebStage([], { settings, isReadable: true });
  const { agent } = await signIn(stage.app);
  return { ...stage, agent };
}
export type Agent = Awaited<ReturnType<typeof signIn>>['agent'];

export function hidden(page: Response, name: string): string {
  return new RegExp(`name="${name}" value="([^"]*)"`).exec(page.text)?.[1] ?? '';
}

export async function formAt(agent: Agent, path: string) {
  const page = await agent.get(path).expect(200);
  const names = ['csrf', 'shown', 'id', 'replaces'];
  const fields: Readonly<Record<string, string>> = Object.fromEntries(names.map((name) => [name, hidden(page, name)]));
  return { page, fields };
}

export const MEDICINE = { 'text-name': 'Ferrowick 5 mg', use: 'regular', sort: 'supplement' };

export async function entries({ services }: WebStage, page: Response): Promise<readonly PersonEntry[]> {
  return services.store.listEntries(hidden(page, 'shown'));
}
