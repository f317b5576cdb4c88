/** The tables of client apps: what people allowed them, their tokens, their registrations, the keys id tokens are signed with. */

type Sealed = Uint8Array;

export interface AppsSchema {
  app_grant: {
    grant_id: string;
    subject_id: string;
    actor_id: string;
    client_id: string;
    granted_at: string;
    until: string | null;
    last_used_at: string | null;
    details: Sealed;
  };
  issued_token: {
    /** Keyed digest of kind and token: the token itself rests nowhere. */
    token_index: string;
    grant_id: string;
    expires_at: string;
    used_at: string | null;
    payload: Sealed;
  };
  /** Sealed under the operator's key: an app is no person. */
  app_client: { client_id: string; details: Sealed };
  signing_key: { generation: number; algorithm: string; created_at: string; details: Sealed };
}
