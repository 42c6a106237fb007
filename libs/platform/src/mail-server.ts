import { createTransport, type Transporter } from 'nodemailer';

/** What became of a mail: taken, not now, never, or the server itself did not answer as it should. */
export type MailOutcome = 'sent' | 'put-off' | 'refused' | 'unreachable';

/** How the mail server is reached and who writes. */
export interface MailSettings {
  /** `smtp://user:password@host:587`, `smtps://…`; TLS is used wherever the server offers it. */
  readonly url: string;
  readonly from: string;
}

/** A message to one person. */
export interface Mail {
  /** The same in every try, so that a message that comes twice is seen to be one. */
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** Of every step of a conversation: a server that falls silent holds up nobody for long. */
const SILENCE_MS = 15_000;

/** The answer of a server without the address it was about. */
const WITHOUT_ADDRESSES = /[^\s<>"]+@[^\s<>"]+/g;

/** Sends mails through one server and tells what became of each; never throws. */
export class MailServer {
  private readonly transport: Transporter;

  constructor(private readonly settings: MailSettings) {
    this.transport = createTransport({
      url: settings.url,
      connectionTimeout: SILENCE_MS,
      greetingTimeout: SILENCE_MS,
      socketTimeout: SILENCE_MS,
      dnsTimeout: SILENCE_MS,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }

  async send({ id, to, subject, text }: Mail): Promise<{ readonly outcome: MailOutcome; readonly answer: string }> {
    const { from } = this.settings;
    const messageId = `<${id}@${from.slice(from.lastIndexOf('@') + 1).replace(/>$/, '')}>`;
    try {
      const { response } = (await this.transport.sendMail({ messageId, from, to, subject, text })) as {
        response: string;
      };
      return { outcome: 'sent', answer: said(response) };
    } catch (error) {
      const { response, responseCode, code, message } = error as MailError;
      const isAboutLetter =
        responseCode !== undefined && responseCode !== 421 && (code === 'EENVELOPE' || code === 'EMESSAGE');
      if (!isAboutLetter) return { outcome: 'unreachable', answer: said(response ?? message) };
      return { outcome: responseCode >= 500 ? 'refused' : 'put-off', answer: said(response ?? message) };
    }
  }
}

interface MailError {
  readonly message: string;
  readonly code?: string;
  readonly response?: string;
  readonly responseCode?: number;
}

function said(answer: string): string {
  return answer.replace(WITHOUT_ADDRESSES, '…').replace(/\s+/g, ' ').trim();
}
