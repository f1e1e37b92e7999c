/** What a command answers. */
export interface Done {
  readonly referralId: string;
  readonly revision: number;
  readonly position: string;
}

/** Talks to a running system over HTTP. Every method throws with the problem's sentence when it is refused. */
export class Ledger {
  /** Position of the newest own write: what is asked after it shows it. */
  private latest = '0';

  /** @param url such as `http://127.0.0.1:3000` */
  constructor(private readonly url: string) {}

  /** Sends a FHIR message; the id of the first referral that stands for it. */
  async intake(message: object): Promise<string> {
    const answer = await this.send('/intake/fhir', message, 'application/fhir+json');
    const referralId = answer.headers.get('x-referral-ids')?.split(',')[0];
    this.latest = answer.headers.get('x-position') ?? this.latest;
    if (referralId === undefined) throw new Error('The message became no referral.');
    return referralId;
  }

  /** Issues a command on a referral. */
  async command(referralId: string, command: string, body: object): Promise<Done> {
    const answer = await this.send(`/referrals/${referralId}/${command}`, body, 'application/json');
    const done = (await answer.json()) as Done;
    this.latest = done.position;
    return done;
  }

  /** Asks a read model; the answer shows everything that was written before. */
  async ask<Answer>(path: string): Promise<Answer> {
    const separator = path.includes('?') ? '&' : '?';
    return this.read<Answer>(`${path}${separator}atLeast=${this.latest}`);
  }

  /** Asks the log itself, which needs no waiting. */
  async read<Answer>(path: string): Promise<Answer> {
    const answer = await fetch(`${this.url}/api/v1${path}`);
    await refuse(answer);
    return (await answer.json()) as Answer;
  }

  private async send(path: string, body: object, type: string): Promise<Response> {
    const answer = await fetch(`${this.url}/api/v1${path}`, {
      method: 'POST',
      headers: { 'content-type': type, 'x-user-id': 'demo' },
      body: JSON.stringify(body),
    });
    await refuse(answer);
    return answer;
  }
}

const refuse = async (answer: Response): Promise<void> => {
  if (!answer.ok) throw new Error(`${String(answer.status)} ${new URL(answer.url).pathname}: ${await answer.text()}`);
};
