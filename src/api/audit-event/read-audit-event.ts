/** `GET [base]/AuditEvent/[id]`: a line of the gateway's access log, or an AuditEvent that a source gave. */
import { stringifyFhirJson } from '../../record/fhir/json.ts';
import { refuseIgnored, type ApiParts, type FhirRequest } from '../fhir-request.ts';
import { readResource } from '../read-resource.ts';
import { render, type RenderedAnswer } from '../rendered-answers.ts';
import { emptyPaging, readPagingParameter } from '../result-parameters.ts';
import { refusePartial } from './refuse-partial.ts';
import { renderAuditEvent } from './render-audit-event.ts';

/** @throws GatewayError as `readResource`; `forbidden` for a carer. */
export async function readAuditEvent(parts: ApiParts, request: FhirRequest): Promise<RenderedAnswer> {
  const { grant, id, parameters } = request;
  const decision = request.decide({ interaction: 'read', patientId: undefined, types: ['AuditEvent'] });
  refusePartial(decision);
  const found = await parts.auditLog.find(grant, id);
  if (found === undefined) return readResource(parts, request);
  const ignored = parameters.filter((parameter) => readPagingParameter(parameter, emptyPaging) === undefined);
  refuseIgnored(
    request,
    ignored.map(({ name }) => name),
  );
  const event = renderAuditEvent(found, { rights: decision.rights, sources: grant.sources, baseUrl: parts.baseUrl });
  return render({ text: stringifyFhirJson(event), lastModified: found.at, completeness: '' });
}
