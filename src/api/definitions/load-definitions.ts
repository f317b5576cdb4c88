/** Reads the FHIR artefacts that the gateway publishes: what its tags, codes, extensions and operations mean (design 4). */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isJsonObject, type R4Resource } from '../../record/fhir/types.ts';

/**
 * @param folder of JSON files, one resource each.
 * @throws Error naming a file that holds no resource with an id.
 */
export async function loadDefinitions(folder: string): Promise<readonly R4Resource[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.json')).sort();
  return Promise.all(files.map((file) => readDefinition(join(folder, file))));
}

async function readDefinition(file: string): Promise<R4Resource> {
  const resource: unknown = JSON.parse(await readFile(file, 'utf8'));
  if (!isJsonObject(resource) || typeof resource['resourceType'] !== 'string' || typeof resource['id'] !== 'string') {
    throw new Error(`${file} holds no FHIR resource with an id.`);
  }
  return resource as unknown as R4Resource;
}
