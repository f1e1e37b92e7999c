import shared from '@eventstore/db-client/generated/shared_pb.js';
import statusMessages from '@eventstore/db-client/generated/status_pb.js';
import messages, {
  type BatchAppendReq,
  type BatchAppendResp,
  type ReadResp,
} from '@eventstore/db-client/generated/streams_pb.js';
import anyMessages from 'google-protobuf/google/protobuf/any_pb.js';

/** An event as a server sends it. */
export interface SentEvent {
  readonly stream: string;
  readonly revision: number;
  readonly position: number;
  readonly id: string;
  readonly type?: string;
  /** The stored bytes, as text; need not be JSON. */
  readonly data?: string;
  readonly metadata?: string;
}

export const sentEvent = (event: SentEvent): ReadResp => {
  const { stream, revision, position, id, type = 'Noted', data = '{}', metadata = '{}' } = event;
  const recorded = new messages.ReadResp.ReadEvent.RecordedEvent();
  recorded.setId(uuid(id));
  recorded.setStreamIdentifier(identifier(stream));
  recorded.setStreamRevision(String(revision));
  recorded.setCommitPosition(String(position));
  recorded.setPreparePosition(String(position));
  recorded
    .getMetadataMap()
    .set('type', type)
    .set('content-type', 'application/json')
    .set('created', '17000000000000000');
  recorded.setData(Buffer.from(data));
  recorded.setCustomMetadata(Buffer.from(metadata));
  const read = new messages.ReadResp.ReadEvent();
  read.setEvent(recorded);
  read.setCommitPosition(String(position));
  const response = new messages.ReadResp();
  response.setEvent(read);
  return response;
};

export const sentCheckpoint = (position: number): ReadResp => {
  const checkpoint = new messages.ReadResp.Checkpoint();
  checkpoint.setCommitPosition(String(position));
  checkpoint.setPreparePosition(String(position));
  const response = new messages.ReadResp();
  response.setCheckpoint(checkpoint);
  return response;
};

export const sentCaughtUp = (): ReadResp => {
  const response = new messages.ReadResp();
  response.setCaughtUp(new messages.ReadResp.CaughtUp());
  return response;
};

export const sentConfirmation = (): ReadResp => {
  const confirmation = new messages.ReadResp.SubscriptionConfirmation();
  confirmation.setSubscriptionId('subscription-1');
  const response = new messages.ReadResp();
  response.setConfirmation(confirmation);
  return response;
};

/** "It is written", as the answer to a request. */
export const written = (request: BatchAppendReq, revision: number, position: number): BatchAppendResp => {
  const place = new shared.AllStreamPosition();
  place.setCommitPosition(String(position));
  place.setPreparePosition(String(position));
  const success = new messages.BatchAppendResp.Success();
  success.setCurrentRevision(String(revision));
  success.setPosition(place);
  const response = answerTo(request);
  response.setSuccess(success);
  return response;
};

/** "The stream ends elsewhere", as the answer to a request. */
export const wrongRevision = (request: BatchAppendReq, current: number): BatchAppendResp => {
  const wrong = new shared.WrongExpectedVersion();
  wrong.setCurrentStreamRevision(String(current));
  return failed(request, 'event_store.client.WrongExpectedVersion', wrong.serializeBinary());
};

/** "It took too long", as the answer to a request: whether it was written, nobody says. */
export const timedOut = (request: BatchAppendReq): BatchAppendResp =>
  failed(request, 'event_store.client.Timeout', new shared.Timeout().serializeBinary());

/** The ids of the events of a request. */
export const idsIn = (request: BatchAppendReq): string[] =>
  request.getProposedMessagesList().map((message) => message.getId()?.getString() ?? '');

/** The stream of a request. */
export const streamIn = (request: BatchAppendReq): string =>
  Buffer.from(request.getOptions()?.getStreamIdentifier()?.getStreamName_asU8() ?? []).toString();

const failed = (request: BatchAppendReq, type: string, details: Uint8Array): BatchAppendResp => {
  const any = new anyMessages.Any();
  any.pack(details, type, '');
  const error = new statusMessages.Status();
  error.setMessage(type);
  error.setDetails(any);
  const response = answerTo(request);
  response.setError(error);
  return response;
};

const answerTo = (request: BatchAppendReq): BatchAppendResp => {
  const response = new messages.BatchAppendResp();
  response.setCorrelationId(request.getCorrelationId());
  response.setStreamIdentifier(identifier(streamIn(request)));
  return response;
};

const uuid = (text: string) => {
  const id = new shared.UUID();
  id.setString(text);
  return id;
};

const identifier = (stream: string) => {
  const name = new shared.StreamIdentifier();
  name.setStreamName(Buffer.from(stream));
  return name;
};
