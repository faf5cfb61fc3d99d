import type { AddressInfo } from "node:net";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";

/** A real SMTP server on a free port of this machine, which keeps what it is given. */
export class MailServer {
  readonly messages: ParsedMail[] = [];
  private readonly server: SMTPServer;
  private waiting: (() => void)[] = [];
  /** Whether the server turns every message away for now. */
  isBusy = false;

  private constructor() {
    this.server = new SMTPServer({
      authOptional: true,
      disabledCommands: ["STARTTLS"],
      onData: (stream, _session, done) => {
        simpleParser(stream).then(
          (message) => {
            if (this.isBusy) {
              done(new Error("Try again later"));
              return;
            }
            this.messages.push(message);
            done();
            for (const wake of this.waiting.splice(0)) wake();
          },
          (error: unknown) => done(error instanceof Error ? error : new Error(String(error))),
        );
      },
    });
  }

  static async open(): Promise<MailServer> {
    const mail = new MailServer();
    await new Promise<void>((resolve) => mail.server.listen(0, "127.0.0.1", resolve));
    return mail;
  }

  get url(): string {
    const address: AddressInfo | string | null = this.server.server.address();
    if (address === null || typeof address === "string") throw new Error("The mail server does not listen.");
    return `smtp://127.0.0.1:${address.port}`;
  }

  /** The next message to an address, as soon as it is there. */
  async messageTo(
    address: string,
  ): Promise<{ subject: string; text: string; files: { name: string; bytes: Buffer }[] }> {
    for (;;) {
      const index = this.messages.findIndex(({ to }) => [to].flat().some((each) => each?.text === address));
      const [message] = index < 0 ? [] : this.messages.splice(index, 1);
      if (message) {
        const files = message.attachments.map(({ filename, content }) => ({ name: filename ?? "", bytes: content }));
        return { subject: message.subject ?? "", text: message.text ?? "", files };
      }
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    }
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}

/** The token of the link in a message. */
export function tokenIn(text: string): string {
  const token = /#([\w-]+)/.exec(text)?.[1];
  if (!token) throw new Error(`There is no link in this message: ${text}`);
  return token;
}
