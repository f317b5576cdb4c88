/** A source's warnings on its lists, in words (GP Connect Access Record Structured 1.6, "List warnings"). */
export const LIST_WARNINGS: Readonly<Record<string, string>> = {
  'confidential-items': 'items marked as confidential are left out',
  'data-in-transit': 'the record is moving between practices, so recent items may be missing',
  'data-awaiting-filing': 'items received are waiting to be filed',
};

/** Words of lists that no section of a summary is made from. */
export const OTHER_LISTS = ['consultation', 'document', 'referral', 'recall', 'diary'];
