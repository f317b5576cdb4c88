/** Port: receipts for people who have left. Nobody can sign in for one: it is found by an id that only their browser has. */
export interface LeaveReceiptStore {
  /**
   * @param id random, 256 bits; it is kept nowhere, and without it the receipt cannot be read.
   * @param receipt text that names nobody.
   * @param until ISO instant.
   * @throws GatewayError `conflict` where this id has one.
   */
  addLeaveReceipt(id: string, receipt: string, until: string): Promise<void>;
  /** @param now ISO instant. @returns undefined where there is none, or not any more. */
  findLeaveReceipt(id: string, now: string): Promise<string | undefined>;
}
