import type { HostileRecords } from "./members-club.ts";

const header = "name,email,status\n";

/** Rows that mean nobody for certain, or take what is someone's. */
export const uncertainMembers: HostileRecords[] = [
  {
    label: "a name of two",
    file: `${header}Sam Hill,,former\nsam hill,other@club.example,\n`,
    problems: [
      'line 2, name "Sam Hill": 2 people are called so: Sam Hill (3), Sam Hill (4). Give the id or the e-mail, or say who by --map.',
      'line 3, name "sam hill": 2 people are called so: Sam Hill (3), Sam Hill (4). Give the id or the e-mail, or say who by --map.',
    ],
  },
  {
    label: "another's e-mail",
    file: `${header}New Person,bob@club.example,member\n`,
    problems: [
      'line 2, email "bob@club.example": It is the e-mail of Bob Cruz (2), and nobody there is called New Person. Say who is meant by --map.',
    ],
  },
  {
    label: "a name of one and an e-mail of another",
    file: `${header}Ann Lee,BOB@club.example,\n`,
    problems: [
      'line 2, email "BOB@club.example": It is the e-mail of Bob Cruz (2), and the name is Ann Lee (1)\'s. Say who is meant by --map.',
    ],
  },
  {
    label: "an id of someone else",
    file: "id,name,status\n2,Ann Lee,\n2,New Person,member\n",
    problems: [
      'line 2, id "2": Bob Cruz (2) has this id, and nothing else of the row is theirs. Say who is meant by --map; where the ids are another club\'s, --ignore id.',
      'line 3, id "2": Bob Cruz (2) has this id, and nothing else of the row is theirs. Say who is meant by --map; where the ids are another club\'s, --ignore id.',
    ],
  },
  {
    label: "the id of one who was erased",
    file: "id,name,status\n6,Eve Gone,former\n6,Erased 6,former\n",
    problems: [
      'line 2, id "6": That person was erased. Leave the row out.',
      'line 3, id "6": That person was erased. Leave the row out.',
    ],
  },
  {
    label: "nearly someone",
    file: `${header}Jose Nunez,,member\n"Cruz, Bob",,member\nLEE ann,,member\n`,
    problems: [
      'line 2, name "Jose Nunez": Nobody is called just so, and nearly so José Núñez (5). Say by --map who it is, or leave the angler blank there for someone new.',
      'line 3, name "Cruz, Bob": Nobody is called just so, and nearly so Bob Cruz (2). Say by --map who it is, or leave the angler blank there for someone new.',
      'line 4, name "LEE ann": Nobody is called just so, and nearly so Ann Lee (1). Say by --map who it is, or leave the angler blank there for someone new.',
    ],
  },
  {
    label: "an alias of another",
    file: "name,status,aliases\nNew Person,member,Annie\nBob Cruz,,ann lee\n",
    problems: [
      'line 2, aliases "Annie": It is a name of Ann Lee (1). Say who is meant by --map.',
      'line 3, aliases "ann lee": It is a name of Ann Lee (1). Merge the two if they are one person, else leave it out.',
    ],
  },
  {
    label: "a new name of another",
    file: "id,name,email\n2,Ann Lee,\n2,Annie,bob@club.example\n",
    problems: [
      'line 2, id "2": Bob Cruz (2) has this id, and nothing else of the row is theirs. Say who is meant by --map; where the ids are another club\'s, --ignore id.',
      'line 3, name "Annie": It is a name of Ann Lee (1). Merge the two if they are one person, else leave it out.',
    ],
  },
  {
    label: "the same person twice",
    file: `${header}Ann Lee,,\nAnnie,,\nNew Person,,member\nnew person,,member\n"Person, New",,member\n`,
    problems: [
      'line 3, name "Annie": Line 2 is of the same person, angler 1. Keep one row of each.',
      'line 5, name "new person": Line 4 has the same name. Keep one; two people need an e-mail each, or an id each, to be told apart.',
      'line 6, name "Person, New": Line 4 is New Person, nearly the same. Keep one, or say by --map that both are new.',
    ],
  },
  {
    label: "one e-mail twice",
    file: `${header}A B,x@club.example,member\nC D,X@club.example,member\n`,
    problems: ['line 3, email "X@club.example": Line 2 says the same of A B.'],
  },
  {
    label: "one alias twice, and as a name",
    file: "name,status,aliases\nA B,member,Newt\nC D,member,newt\nNewt,member,\n",
    problems: [
      'line 3, aliases "newt": Line 2 says the same of A B.',
      'line 4, name "Newt": Line 2 says the same of A B.',
    ],
  },
  {
    label: "an office that is held, and one given twice",
    file: "name,status,offices\nBob Cruz,,President 2026\nA B,member,secretary 2027\nC D,member,Secretary 2027\n",
    problems: [
      'line 2, offices "President 2026": Ann Lee (1) holds the office that year. Take it from them first: sabc officer set.',
      'line 4, offices "Secretary 2027": Line 3 says the same of A B.',
    ],
  },
  {
    label: "e-mails exchanged",
    file: "name,email\nAnn Lee,bob@club.example\nBob Cruz,ann@club.example\n",
    problems: [
      'line 2, email "bob@club.example": It is the e-mail of Bob Cruz (2), and the name is Ann Lee (1)\'s. Say who is meant by --map.',
      'line 3, email "ann@club.example": It is the e-mail of Ann Lee (1), and the name is Bob Cruz (2)\'s. Say who is meant by --map.',
    ],
  },
  {
    label: "a map that says nothing, twice, or the wrong",
    file: `${header}Sam Hill,,\nNew Person,,member\nThird One,,member\n`,
    choices: { map: "name,angler\n,1\nSam Hill,Sam Hill\nNew Person,nobody\nnew person,1\nThird One,6\n" },
    problems: [
      "line 2, --map: The row of the map has no name.",
      'line 3, --map "Sam Hill": 2 people are called so: Sam Hill (3), Sam Hill (4). Give the id.',
      'line 4, --map "nobody": Nobody is called so.',
      'line 5, --map "new person": The map has this name twice.',
      'line 6, --map "6": That person was erased. Leave the row out.',
    ],
  },
  {
    label: "a map without its columns",
    file: `${header}New Person,,member\n`,
    choices: { map: "a,b\n1,2\n" },
    problems: ["line 1, --map: The map needs the columns name and angler."],
  },
  {
    label: "a second one of the name without an e-mail",
    file: `${header}Ann Lee,,member\n`,
    choices: { map: "name,angler\nAnn Lee,\n" },
    problems: [
      'line 2, name "Ann Lee": Ann Lee (1) is called so. Another person of the name needs an e-mail to be told apart by.',
    ],
  },
];
