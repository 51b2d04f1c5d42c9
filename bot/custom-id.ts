/** What buttons, selects and forms do, each with the fewest numbers that it needs. */
const verbs = {
  /** Opens the private ballot. */
  vote: 0,
  mine: 0,
  withdraw: 0,
  /** One option, at once. */
  choose: 1,
  /** A select of the ballot: the question's place, which part of its options, then what is picked so far. */
  pick: 2,
  /** What is picked, before a secret ballot is final. */
  review: 0,
  cast: 0,
  /** What a poll is about, whole. */
  text: 0,
  /** The answers in the box, once they are counted. */
  answers: 0,
  /** The officer who decides a tie: an option (or which list of them), then the option again to confirm. */
  decide: 1,
  ruling: 1,
  /** Begins to link an account. */
  link: 0,
  /** Enters the code that was mailed for it. */
  code: 0,
  /** What was asked for by a command, again: with a 1 behind the numbers for everybody in the channel. */
  next: 0,
  polls: 0,
  /** The race, its page, whose line is looked for. */
  standings: 3,
  /** The page. */
  results: 1,
  /** How a poll stands, as officers look at it. */
  outcome: 0,
  /** Which mail is wanted. */
  mails: 0,
  /** The form of a new poll: its kind. */
  newpoll: 1,
  /** What was filled in: the channel it goes to, and making it. */
  draftchannel: 0,
  makepoll: 0,
  editpoll: 0,
  reopenpoll: 0,
  cancelpoll: 0,
  /** For which member. */
  votefor: 1,
} as const;

export type Verb = keyof typeof verbs;

/** What a button, a select or a form means: all that a restart would forget stands in it. */
export interface Press {
  verb: Verb;
  /** What it is about: a poll by id, a season, 0 for nothing. */
  of: number;
  numbers: readonly number[];
}

/** Other letters than the ones before mean something else: a message drawn by an older bot is drawn anew, not guessed at. */
const version = "s1";
const longest = 100;
const most = 2 ** 31;

/** `s1.cast.9.a.0.1c`: at most a hundred characters. */
export function writeCustomId({ verb, of, numbers }: Press): string {
  const id = [version, verb, ...[of, ...numbers].map((number) => number.toString(36))].join(".");
  if (id.length > longest) throw new Error(`A custom id of ${id.length} characters is too long for Discord.`);
  return id;
}

/** Null for what is none of ours, of another version, or tampered with. */
export function readCustomId(id: string): Press | null {
  const [found, verb = "", ...words] = id.split(".");
  if (id.length > longest || found !== version || !isVerb(verb)) return null;
  const numbers = words.map((word) =>
    /^(0|[1-9a-z][0-9a-z]{0,6})$/.test(word) ? Number.parseInt(word, 36) : most,
  );
  const [of, ...rest] = numbers;
  if (of === undefined || rest.length < verbs[verb] || numbers.some((number) => number >= most)) return null;
  return { verb, of, numbers: rest };
}

const isVerb = (word: string): word is Verb => Object.hasOwn(verbs, word);
