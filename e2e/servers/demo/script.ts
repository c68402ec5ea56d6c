/** Somebody says something somewhere: in a room, or directly to Alice when `where` is "alice". */
export interface Line {
  readonly place: 'team' | 'clients' | 'projects';
  readonly who: string;
  /** A room without its sign, or "alice". */
  readonly where: string;
  readonly text: string;
}

export const TEAM_ROOMS = [
  { name: '#general', topic: 'Everything that concerns all of us' },
  { name: '#design', topic: 'Drafts, type, colour. Kind words first.' },
  { name: '#ops', topic: 'Servers, deploys, backups' },
  { name: '#random', topic: 'Bread, bicycles, books' },
  { name: '#private', topic: 'Partners only', key: 'sesame' },
] as const;

export const CLIENT_ROOMS = [
  { name: '#northwind-bakery', topic: 'New shop, opening in spring' },
  { name: '#acme-cycles', topic: 'Workshop booking' },
] as const;

export const PROJECT_ROOMS = ['harbour-website', 'spring-catalogue', 'launch-week'] as const;

export const TEAM_PEOPLE = ['mara', 'jonas', 'priya', 'tom', 'lena'] as const;
export const CLIENT_PEOPLE = ['ines', 'karim'] as const;
export const PROJECT_PEOPLE = [
  { name: 'sofie', password: 'sofie-pw', fullName: 'Sofie Lind' },
  { name: 'daniel', password: 'daniel-pw', fullName: 'Daniel Okoye' },
] as const;

const said = (
  place: Line['place'],
  where: string,
  pairs: readonly (readonly [who: string, text: string])[],
): Line[] => pairs.map(([who, text]) => ({ place, where, who, text }));

/** What was said before anybody looked, so that no room is bare. */
export const BEFORE: readonly Line[] = [
  ...said('team', 'general', [
    ['tom', 'Good morning all. Two things today: the Northwind review at eleven, and cake at four.'],
    ['lena', 'The review moved to the big room, the small one has no screen this week.'],
    ['jonas', 'I will be five minutes late, the tram has other plans.'],
    ['priya', 'Last night’s backup finished clean, 41 GB in 12 minutes.'],
    ['tom', 'Thank you Priya. And thanks to whoever fixed the door.'],
    ['mara', 'That was me and a butter knife. Please do not look at it too closely.'],
    ['lena', 'Holiday plans for spring are in the shared calendar now, have a look when you can.'],
  ]),
  ...said('team', 'design', [
    ['mara', 'Third round of the shop front is up. I dropped the serif, it fought with the logo.'],
    ['lena', 'Much calmer. The second row could breathe a little more.'],
    ['mara', 'Agreed, 24 instead of 16. I also tried the warm grey.'],
    ['tom', 'Warm grey gets my vote.'],
  ]),
  ...said('team', 'ops', [
    ['priya', 'Moved the staging box to the new rack. Nothing should have noticed.'],
    ['jonas', 'I noticed, it is faster.'],
    ['priya', 'Then it worked. Certificates renew on the 3rd, by themselves this time.'],
  ]),
  ...said('team', 'random', [
    ['jonas', 'Whoever left the rye loaf in the kitchen: you are my favourite colleague.'],
    ['mara', 'Starter is in the fridge, take some. Feed it or it will feed on you.'],
  ]),
  ...said('team', 'private', [
    ['tom', 'Draft of the offer for the harbour is with our accountant.'],
    ['lena', 'Good. I would like to send it before the weekend.'],
  ]),
  ...said('clients', 'northwind-bakery', [
    ['ines', 'The new photographs arrived. The light is lovely, the croissants less so.'],
    ['ines', 'We can reshoot those on Thursday morning, before we open.'],
  ]),
  ...said('clients', 'acme-cycles', [
    [
      'karim',
      'First week with the booking page: 38 bookings, two phone calls. It used to be the other way round.',
    ],
  ]),
  ...said('projects', 'harbour-website', [
    ['sofie', 'Timetable data is live on the test page.'],
    ['daniel', 'Looks right. Ferries on holidays are still missing.'],
  ]),
  ...said('projects', 'launch-week', [['daniel', 'Press text is final, translations come tomorrow.']]),
];

/** The first minute, told in this order; `afterMs` counts from the line before. */
export const OPENING: readonly (Line & { readonly afterMs: number })[] = [
  {
    place: 'team',
    who: 'mara',
    where: 'design',
    afterMs: 2200,
    text: 'alice: the new mock-ups are up. Could you look at the second one before lunch?',
  },
  { place: 'team', who: 'jonas', where: 'ops', afterMs: 2600, text: 'Deploying 4.2 to staging now.' },
  {
    place: 'team',
    who: 'lena',
    where: 'alice',
    afterMs: 2800,
    text: 'Hi Alice, do you have five minutes today? It is about the harbour offer.',
  },
  {
    place: 'clients',
    who: 'ines',
    where: 'northwind-bakery',
    afterMs: 4500,
    text: 'alice: may I show the front page to my father already? He will have opinions.',
  },
  {
    place: 'projects',
    who: 'sofie',
    where: 'spring-catalogue',
    afterMs: 6000,
    text: 'alice: pages 12 to 18 are ready for your eyes.',
  },
];

/** What is said later, in any order; it comes round again when all of it was said. */
export const LATER: readonly Line[] = [
  ...said('team', 'general', [
    [
      'tom',
      'Northwind review went well. They want to open two weeks earlier, we will talk about it tomorrow.',
    ],
    ['lena', 'Cake has arrived. It is the one with the pears.'],
    ['jonas', 'Is anybody using the projector? I would borrow it for an hour.'],
    ['priya', 'alice: your new laptop is here, I put it on your desk.'],
    ['mara', 'Window open on the street side, just so nobody wonders about the draught.'],
  ]),
  ...said('team', 'design', [
    ['mara', 'The icons at 16 pixels are sharp now, it was the half pixel as always.'],
    ['tom', 'alice: which of the two blues did we settle on, the harbour one or the night one?'],
    ['lena', 'The printed colours came out a touch green. I am asking for a second proof.'],
  ]),
  ...said('team', 'ops', [
    ['jonas', '4.2 is on staging, all checks green.'],
    ['priya', 'Disk on the mail server at 71 percent, nothing urgent. I will add space on Friday.'],
    ['jonas', 'alice: may I switch your test account off? Nobody has used it since May.'],
    ['priya', 'Short restart of the build server in ten minutes.'],
  ]),
  ...said('team', 'random', [
    ['tom', 'Found a bicycle pump in the meeting room. Claim it with a good story.'],
    ['mara', 'Reading group is on chapter seven. No spoilers in the kitchen, please.'],
    ['jonas', 'There is fresh coffee.'],
  ]),
  ...said('team', 'private', [
    ['tom', 'alice: the harbour offer is signed on our side, one signature to go.'],
  ]),
  ...said('team', 'alice', [
    ['mara', 'I have put the second proof in your tray, no hurry.'],
    ['tom', 'Good work on the review this morning. Ines was delighted.'],
    ['lena', 'Thursday at ten would suit them as well. Shall I say yes?'],
  ]),
  ...said('clients', 'northwind-bakery', [
    ['ines', 'My father has opinions. They are mostly about the size of the bread.'],
    ['ines', 'alice: Thursday at seven for the photographs, does that still work for you?'],
  ]),
  ...said('clients', 'acme-cycles', [
    ['karim', 'alice: could the reminder go out the evening before rather than in the morning?'],
    ['karim', 'Four bookings for the long weekend already.'],
  ]),
  ...said('projects', 'harbour-website', [
    ['daniel', 'Holiday ferries are in. Sofie was right about the Sunday boats.'],
    ['sofie', 'alice: the map loads in under a second now, please try it on your phone.'],
  ]),
  ...said('projects', 'launch-week', [['daniel', 'All translations are here except Finnish.']]),
];

/** What somebody answers when Alice writes to them directly. */
export const ANSWERS = [
  'Perfect, thank you!',
  'Good idea, let us do that.',
  'I am in a call until half past, then I will look at it.',
  'Yes, works for me.',
] as const;
