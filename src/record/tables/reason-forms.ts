/**
 * Every sentence the gateway itself writes on why a source was not read, or not whole (law L7), and the words in them. Those
 * of one kind are told people alike. In a place stands a number, a word of HTTP or FHIR, or a name of the gateway's own:
 * nothing that a source wrote.
 */

export const REASON_FORMS = {
  // What the source answered.
  'nothing-came': ['The source answered with nothing.', 'The source answered with nothing (status {status}).'],
  'sent-elsewhere': [
    'The source sent the request on to another address; it was not followed (status {status}).',
    'The source pointed to an address that is not its own; it was not followed.',
  ],
  refused: 'The source refused this (status {status}).',
  'refused-why': 'The source refused this ({why}; status {status}).',
  'not-there': 'The source has nothing there (status {status}).',
  'not-there-why': 'The source has nothing there ({why}; status {status}).',
  'not-available': 'The source is not available at the moment (status {status}).',
  'not-available-why': 'The source is not available at the moment ({why}; status {status}).',
  'not-offered': 'The source does not offer this (status {status}).',
  'not-offered-why': 'The source does not offer this ({why}; status {status}).',
  fault: 'The source has a fault (status {status}).',
  'fault-why': 'The source has a fault ({why}; status {status}).',
  'asked-too-often': [
    'The source was asked too often and wants to be left alone for a while.',
    'The source’s sign-in service was asked too often. Try again later.',
  ],
  'asked-to-wait': 'The source asks to wait {minutes} minutes before the next request.',
  'web-page': 'The source answered with a web page instead of a record.',
  'error-instead': 'The source answered with an OperationOutcome instead of {wanted} ({why}).',
  'not-understood': [
    'The source answered with XML; only JSON can be read.',
    'The source answered with text that is no JSON.',
    'The source answered with JSON that is no FHIR resource.',
    'The source answered with {type} instead of {wanted}.',
    'The source did not answer with {wanted}.',
    'The source’s answer is no HTTP.',
    'The source’s answer could not be read.',
    'The source’s answer is packed in a way that cannot be unpacked.',
    'The source’s Patient carries no id.',
  ],
  'broke-off': ['The source’s answer broke off or is no valid JSON.', 'The source broke the connection off.'],
  'says-incomplete': 'The source says that its answer is incomplete.',
  'gave-less': 'The source says that it has {total} and gave {given}.',
  'not-to-the-end': [
    'The source’s pages lead back to one already read, so the rest cannot be reached.',
    'Only the first {pages} pages were read.',
  ],
  'too-large': [
    'The source’s answer is larger than the {size} KiB that are taken in one piece.',
    'The record is larger than the {size} that are read at once; the rest is missing.',
  ],

  // On the way to it.
  'timed-out': 'The source did not answer within {seconds} s.',
  'time-over': 'The time allowed for reading was over.',
  unreachable: 'The source cannot be reached.',
  'not-secure': 'No secure connection to the source could be made.',

  // Whose record it is.
  'whose-unknown': [
    'It is not known which person of the source this is.',
    'The source shows no person for this sign-in.',
    'The source did not say whose account this is.',
  ],
  'several-people': 'The source shows {people} people for this sign-in, and does not say which one is meant.',
  'other-person': 'The source answered with another person’s Patient.',
  'nothing-doubted':
    'Nothing came, but the source does not show this person either; that does not mean that there is nothing.',
  'no-nhs-number': 'The practice’s Patient carries no NHS number, without which it gives no record.',

  // What was left out of what came.
  'left-out': [
    '{number} item about another person was left out.',
    '{number} items about another person were left out.',
  ],
  'medicines-missing': [
    '{number} medicine named by reference could not be read.',
    '{number} medicines named by reference could not be read.',
  ],
  'set-aside': [
    '{number} item could not be read and is kept as received.',
    '{number} items could not be read and are kept as received.',
  ],

  // What a practice says is missing (GP Connect 1.6).
  'confidential-items': 'The practice holds back confidential items.',
  'data-in-transit': 'Records are still on their way from another practice.',
  'data-awaiting-filing': 'The practice has received data that it has not filed yet.',
  'may-be-incomplete': 'The practice says that this may be incomplete.',
  'area-not-offered': 'The practice’s system does not offer {area}.',

  // What was granted.
  'not-granted': 'The sign-in did not cover this. Sign in there again and allow it to be seen.',
  'not-granted-to-us': [
    'The source has not granted this to the gateway.',
    'The source does not give this gateway access of its own.',
  ],
  'granted-in-part': 'The sign-in covered a part of this only.',

  // The sign-in.
  'sign-in-over': [
    'The source no longer accepts the sign-in. Sign in there again.',
    'The source no longer accepts the kept sign-in. Sign in there again.',
    'The source gave no means of renewing the sign-in. Sign in there again.',
    'The access has ended and cannot be renewed.',
    'There is no access token any more.',
    'Sign in at the source again.',
  ],
  'access-withdrawn': 'The source says that access was withdrawn there.',
  'own-token-refused': [
    'The source refused the token it had just given.',
    'The source does not accept its own new token.',
  ],
  'sign-in-service-fault': [
    'The source’s sign-in service has a fault (status {status}).',
    'The source’s sign-in service did not answer as OAuth 2 says.',
    'The source did not renew the sign-in (status {status}).',
    'The source’s sign-in has a fault. Try again later.',
    'The source’s sign-in is not available at the moment. Try again later.',
  ],
  'being-renewed': 'Another request is still renewing the access.',
  'sign-in-cancelled': 'The sign-in was cancelled, or the source did not allow it.',
  'sign-in-again': [
    'The source wants the person to sign in anew.',
    'The source wants the person’s consent anew.',
    'The source refused the sign-in.',
    'The source refused to complete the sign-in.',
    'The source sent the person back without a code. Start again.',
    'The source did not accept the sign-in: its code is used up, expired or not for this gateway. Start again.',
    'This answer does not belong to the sign-in that was started here. Start again.',
  ],
  'other-service': 'Another service than the one the person was sent to answered the sign-in. Nothing was linked.',

  // What only those who run the gateway or the source can mend.
  'badly-set-up': [
    'The source does not accept how this gateway proves itself (invalid_client).',
    'The source does not grant what this gateway asks for.',
    'The source does not allow this gateway to ask for a sign-in.',
    'The source does not offer the kind of sign-in this gateway uses.',
    'The source did not understand the sign-in request.',
    'The source offers no SMART configuration (.well-known/smart-configuration).',
    'The source’s SMART configuration is no JSON object.',
    'The source’s SMART configuration names no {endpoint}.',
    'The source’s SMART configuration does not offer PKCE by S256, without which no sign-in is safe.',
    'The source names a sign-in address that is not https.',
    'The source may only be reached by https.',
    'The source’s address lies in a private network, which this gateway does not reach.',
    'The source has neither endpoints nor discovery.',
    'A plain OAuth 2 source needs its endpoints in the configuration.',
    'The gateway’s private key for this source is no {algorithm} key.',
    'This source is linked by agreement; nobody signs in there.',
  ],

  // How far the gateway is.
  'not-read': 'The source could not be read.',
  'gave-nothing': 'The source gave nothing.',
  'not-asked': 'Not asked for this time; what it gave earlier is shown.',
  'not-read-yet': 'Not read yet.',
  'confirm-first': 'Not read yet: confirm first whose account this is.',
  'still-reading': 'It did not answer in time and is still being read. Look again shortly.',
  withheld: 'This viewer may see some {what} only. Whether there are others is not told.',
} as const;

/** What stands at `{why}`, several between semicolons: the codes of a source's OperationOutcome in words. */
export const WHY_FORMS = {
  'sign-in-needed': 'a sign-in is needed',
  'sign-in-over': 'the sign-in has run out',
  'who-asks-unknown': ['it does not know who is asking', 'the practice does not know this gateway'],
  'not-allowed': ['it does not allow this', 'the practice does not allow this'],
  'held-back': 'it holds something back',
  'not-offered': ['it does not offer this', 'the practice’s system does not offer this'],
  'nothing-there': ['it has nothing there', 'the practice has nothing there', 'the practice has no such record'],
  'deleted-there': 'it was deleted there',
  'too-much': 'it was asked for too much at once',
  'too-often': 'it was asked too often',
  'too-slow': 'it took too long there',
  'passing-fault': 'it has a passing fault',
  incomplete: 'its answer is incomplete',
  fault: ['it has a fault', 'the practice’s system has a fault', 'its store cannot be reached'],
  locked: 'the record is locked there at the moment',
  'asked-not-to-share': 'the person has asked the practice not to share the record',
  'not-registered': 'the practice does not find this person among those registered with it',
  'number-not-valid': [
    'the practice does not take the NHS number as valid',
    'the practice does not take the identifier as valid',
  ],
  'question-not-understood': [
    'the practice does not know a part of the question',
    'the practice could not read the question',
    'the practice took the question for a repeat',
  ],
} as const;
