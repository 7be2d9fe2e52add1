/** Why no answer came to a message. */
export type PostFault = 'address_refused' | 'name_unknown' | 'timeout' | 'not_encrypted' | 'unreachable';

/** No answer came: nobody knows whether the message arrived. */
export class PostFailed extends Error {
  readonly code: PostFault;

  constructor(code: PostFault) {
    super(`A message got no answer: ${code}.`);
    this.code = code;
  }
}

/** A message to another system of the company. */
export interface PostedMessage {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON. */
  readonly body: string;
}

export interface PostAnswer {
  readonly status: number;
  /** As it was sent. */
  readonly retryAfter: string | undefined;
  /** How the answer began, as text that can be stored. */
  readonly beginning: string;
}

/** Sends messages to addresses that the head office names. No redirect is followed. */
export interface Poster {
  /** @throws PostFailed */
  post(message: PostedMessage): Promise<PostAnswer>;
  /** Ends its connections. */
  close(): void;
}
