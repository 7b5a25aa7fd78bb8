"""Relations of organisations, in their fixed direction."""

import pytest

from claimcheck import extract
from claimcheck.claims.organization import OrganizationValue


def organizations(text, model=None):
    found = [claim for claim in extract(text, model=model).claims if claim.kind == "organization"]
    return [(claim.subject.text, claim.value.relation, claim.value.object) for claim in found]


def test_description():
    value = OrganizationValue(relation="headquartered_in", object="Lyon")
    assert value.describe("=") == "headquartered in Lyon"


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "Google developed Kubernetes.",
        "Kubernetes was developed by Google.",
        "Kubernetes, developed by Google, won.",
        "Kubernetes, which Google developed, won.",
        "Google, the company behind Kubernetes, won.",
        "Kubernetes is a product of Google.",
        "Google's Kubernetes won.",
    ],
)
def test_one_fact_in_many_forms(text):
    assert organizations(text) == [("Kubernetes", "developed_by", "Google")]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Google is based in California. It released Kubernetes.",
            [("Google", "headquartered_in", "California"), ("Kubernetes", "developed_by", "Google")],
        ),
        (
            "Nokia is a Finnish firm. Its headquarters are in Espoo.",
            [("Its", "headquartered_in", "Espoo")],
        ),
        ("Quillmark is a Norwegian firm.", []),
        ("Quillmark is a Nokia firm.", [("Quillmark", "part_of", "Nokia")]),
        ("The House of Commons of Canada met.", []),
        ("Google made it a standard.", []),
        ("She asked how Google built Kubernetes.", []),
        ("Google fell by 4%.", []),
    ],
)
def test_organizations(text, expected):
    assert organizations(text) == expected


def test_relations_without_a_parse():
    assert organizations("Google developed Kubernetes.", model="blank") == [
        ("Kubernetes", "developed_by", "Google")
    ]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # whose: as "it" would be, the subject of the own clause too
        (
            "Google grew. Its clients include Nokia.",
            [("Nokia", "client_of", "Google")],
        ),
        ("Google grew through its purchase of DeepMind.", [("DeepMind", "acquired_by", "Google")]),
        ("Its clients include Nokia.", []),
        ("Opera is a browser. Its main rival is Firefox.", [("Firefox", "competes_with", "Opera")]),
        (
            "Google grew. Its Pixel, Nest and Fitbit brands were shown.",
            [
                ("Pixel", "developed_by", "Google"),
                ("Nest", "developed_by", "Google"),
                ("Fitbit", "developed_by", "Google"),
            ],
        ),
    ],
)
def test_owners(text, expected):
    assert organizations(text) == expected


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Google has partners including: Nokia and Samsung.", ["Nokia", "Samsung"]),
        ("Google has over 90 partners worldwide, including Nokia and Samsung.", ["Nokia", "Samsung"]),
        ("Google worked with several firms, most notably Nokia and Samsung.", ["Nokia", "Samsung"]),
        ("Google signed agreements with Nokia and many firms, including Samsung.", ["Nokia", "Samsung"]),
        ("Google has a room for partners.", []),
    ],
)
def test_lists_of_partners(text, expected):
    found = {
        name
        for thing, relation, other in organizations(text)
        if relation == "partnered_with"
        for name in (thing, other)
    }
    assert found - {"Google"} == set(expected)


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In 1970 Google acquired the assets of Nokia.", [("the assets of Nokia", "acquired_by", "Google")]),
        ("Google acquired Nokia's patents.", [("Nokia's patents", "acquired_by", "Google")]),
        ("Google acquired a taste for tea.", []),
        ("Google was sold, in 2011, to Nokia.", [("Google", "acquired_by", "Nokia")]),
        ("Google completed acquisition of Smarterphone.", [("Smarterphone", "acquired_by", "Google")]),
        ("The company shares were listed on the Nasdaq.", [("The company", "listed_on", "Nasdaq")]),
        ("The bank listed Spotify on the Nasdaq.", [("Spotify", "listed_on", "Nasdaq")]),
        ("It became a public company listed on the Nasdaq.", [("It", "listed_on", "Nasdaq")]),
        (
            "Google announced a partnership with Leeds University's Centre for Law.",
            [
                ("Google", "partnered_with", "Leeds University's Centre for Law"),
                ("Centre for Law", "part_of", "Leeds University"),
            ],
        ),
        ("In May 2015, in partnership with Nokia, Google grew.", [("Google", "partnered_with", "Nokia")]),
    ],
)
def test_what_stands_on_a_side(text, expected):
    assert organizations(text) == expected


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Google competes with rivals Nokia and Samsung.", [("Google", "Nokia"), ("Google", "Samsung")]),
        ("Google competes with two firms: Nokia and Samsung.", [("Google", "Nokia"), ("Google", "Samsung")]),
        ("Google competes with Macy's, Nokia and Samsung.", ["Macy", "Nokia", "Samsung"]),
        ("Google, whose rivals include Nokia, grew.", [("Nokia", "Google")]),
        ("Etrion competes with Nokia.", [("Etrion", "Nokia")]),
        ("Staff compete with Nokia.", []),
    ],
)
def test_rivals(text, expected):
    found = [(thing, other) for thing, relation, other in organizations(text) if relation == "competes_with"]
    assert found == [("Google", name) if isinstance(name, str) else name for name in expected]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Google owns 14% of Nokia.", [("Nokia", "owned_by", "Google")]),
        ("Google owns 14% of the company.", [("the company", "owned_by", "Google")]),  # another one
        ("75% of Nokia is owned by Google.", [("Nokia", "owned_by", "Google")]),
        ("Google found Nokia hard to read.", []),
        ("Nokia raised $5 million in a seed round led by Google.", [("Nokia", "funded_by", "Google")]),
    ],
)
def test_shares(text, expected):
    assert organizations(text) == expected


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In May Google introduced a cloud console called Anthos.", [("Anthos", "developed_by", "Google")]),
        ("Google acquired a small rival, Orbitix, for $5 million.", [("Orbitix", "acquired_by", "Google")]),
        ("Google hired a lawyer, and Nokia left.", []),
        ("Nokia was bought and privatised by Google.", [("Nokia", "acquired_by", "Google")]),
        ("Nokia was bought in 2003 and renamed by Google.", []),
        (
            "Google signed an agreement with the Finnish mining and energy group Norvik.",
            [("Google", "partnered_with", "Norvik")],
        ),
        ("Macy's bought the rival Storr.", [("Storr", "acquired_by", "Macy's")]),
        ("Google's clients have included Nokia.", [("Nokia", "client_of", "Google")]),
        (
            "Google was sold to Nokia, which later was bought by Samsung.",
            [("Google", "acquired_by", "Nokia"), ("Nokia", "acquired_by", "Samsung")],
        ),
        (
            "Google sold software to several of the banks in Asia, including Nokia.",
            [("Nokia", "client_of", "Google")],
        ),
    ],
)
def test_names_behind_common_nouns(text, expected):
    found = [claim for claim in organizations(text) if claim[1] != "supplied_by"]
    assert found == expected


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("RRAS can be used to create client programs.", []),
        ("Electron is a framework for building desktop programs.", []),
        ("Orbit, a tool to manage Kubernetes, is free.", []),
        ("It includes Orbit, a tool to manage Kubernetes.", []),
        ("Google was expected to buy Nokia.", [("Nokia", "acquired_by", "Google")]),
    ],
)
def test_what_a_thing_is_for_is_no_deed_of_it(text, expected):
    assert organizations(text) == expected


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("NASA's James Webb space telescope was launched.", [("James Webb space telescope", "NASA")]),
        ("Google grew. Its video game Rush sold well.", [("Rush", "Google")]),
        ("The company's Spark phone sold well.", [("Spark phone", "The company")]),
        ("Google's first film, Skyfall, was a hit.", [("Skyfall", "Google")]),
        ("Union Bank's successor, Orbitix, grew.", []),
        ("Ann Lee's video game Rush sold well.", []),
    ],
)
def test_own_products(text, expected):
    found = [(thing, other) for thing, relation, other in organizations(text) if relation == "developed_by"]
    assert found == expected


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "He left the Department of Physics at Leeds University.",
            [("Department of Physics", "part_of", "Leeds University")],
        ),
        (
            "They met at the University of Michigan (UM) in Ann Arbor.",
            [("University of Michigan", "headquartered_in", "Ann Arbor")],
        ),
        ("Electron joined the OpenJS Foundation.", [("Electron", "part_of", "OpenJS Foundation")]),
        ("Electron joined Google in its praise.", []),
        ("Merck will invest $8 billion in the United States.", []),
        ("Google acquired a large stake in Nokia.", [("Nokia", "owned_by", "Google")]),
        ("Google sold its business to Nokia.", [("its business", "acquired_by", "Nokia")]),  # no client
        # who buys a company is not the company
        (
            "Nokia Ltd makes phones. In 2013, Google acquired the company.",
            [("the company", "acquired_by", "Google")],
        ),
    ],
)
def test_units_seats_and_members(text, expected):
    assert [claim for claim in organizations(text) if claim[1] != "supplied_by"] == expected


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A portion of Systelar was bought by Google.", [("A portion of Systelar", "acquired_by", "Google")]),
        ("Lipsy was purchased by the fashion chain Next plc.", [("Lipsy", "acquired_by", "Next plc")]),
        (
            "Nokia is in the process of being taken over by Google.",
            [("Nokia", "acquired_by", "Google")],
        ),
        ("Samsung sued on the eve of Google acquiring Nokia.", [("Nokia", "acquired_by", "Google")]),
        ("Nokia agreed to a takeover by Google.", [("Nokia", "acquired_by", "Google")]),
        (
            "The mines were left to a new entity, Zinivar, which was sold to Google.",
            [("Zinivar", "acquired_by", "Google")],
        ),
        (
            "Nokia is listed on the main index of the Helsinki Stock Exchange.",
            [("Nokia", "listed_on", "Helsinki Stock Exchange")],
        ),
        ("Nokia is listed on the second page of the report.", []),
        (
            "Louisville, Colorado-based software company Google acquired Nokia.",
            [("Google", "headquartered_in", "Colorado"), ("Nokia", "acquired_by", "Google")],
        ),
        (
            "The owner sold Nokia to Lee & Raymond Partners.",
            [("Nokia", "acquired_by", "Lee & Raymond Partners")],
        ),
        # what the company bought is not the company
        (
            "After acquiring Nokia, the group developed Minitel.",
            [("Nokia", "acquired_by", "the group"), ("Minitel", "developed_by", "the group")],
        ),
        ("Google bought St Anne's Hospital.", [("St Anne's Hospital", "acquired_by", "Google")]),
    ],
)
def test_sides_that_stand_apart(text, expected):
    assert organizations(text) == expected


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We have partnered with Nokia on it.", [("We", "partnered_with", "Nokia")]),
        ("Our partnership with Nokia began in May.", [("Our", "partnered_with", "Nokia")]),
        ("In 2019 we joined the Eclipse Foundation.", [("we", "part_of", "Eclipse Foundation")]),
        (
            "We are proud to announce a $2 million grant from the Sloan Foundation.",
            [("We", "funded_by", "Sloan Foundation")],
        ),
        ("We were working with tools like Nagios.", []),
        ("We deepen our relationship with France.", []),
        ("We bought Orbit in 2015.", []),
        ("Rowan's tag team partner Ann Lee left.", []),
        ("Japan cooperates with France.", []),
    ],
)
def test_who_speaks_is_a_side(text, expected):
    assert organizations(text) == expected


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ann Lee is a chemist. In 2010 she founded Orbit Labs in Lyon.",
            [("Orbit Labs", "founded_by", "Ann Lee")],
        ),
        (
            "Ann Lee and Max Roe met in 1990. They formed the band Quillo in 1999.",
            [("Quillo", "founded_by", "Ann Lee and Max Roe")],
        ),
        ("Max Roe joined Nokia in 2010. He developed the Orbit system.", []),
        ("She founded it in 2010.", []),
    ],
)
def test_persons_behind_pronouns(text, expected):
    assert organizations(text) == expected


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Orbit Pictures released the films Dasvidaniya (2008), The Lunchbox (2013) and Masaan.",
            [
                ("Dasvidaniya", "developed_by", "Orbit Pictures"),
                ("The Lunchbox", "developed_by", "Orbit Pictures"),
                ("Masaan", "developed_by", "Orbit Pictures"),
            ],
        ),
        (
            "Knowland produces programming for a variety of cable networks including Peacock and HGTV.",
            [("Peacock", "client_of", "Knowland"), ("HGTV", "client_of", "Knowland")],
        ),
        (
            "The bank sold its phones to networks such as Vodafone.",
            [("Vodafone", "client_of", "The bank")],
        ),
        ("The unit writes APIs, which are then used by the Storefront.", []),
        (
            "Coote sold South Spur Rail Services to Nokia in 2010.",
            [("South Spur Rail Services", "acquired_by", "Nokia")],
        ),
        (
            "Acme floated on the London Stock Exchange's junior market.",
            [("Acme", "listed_on", "London Stock Exchange")],
        ),
        (
            "The firm built it with partners Nokia and Intel.",
            [
                ("it", "developed_by", "The firm"),
                ("The firm", "partnered_with", "Nokia"),
                ("The firm", "partnered_with", "Intel"),
            ],
        ),
        ('Nokia\'s song "Bell Song" was praised.', [("Bell Song", "developed_by", "Nokia")]),
    ],
)
def test_members_and_what_introduces_them(text, expected):
    assert organizations(text) == expected


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "On Monday, UK-based grocer Tesco and Denmark-based grocer Netto announced their agreement.",
            [
                ("Tesco", "headquartered_in", "UK"),
                ("Netto", "headquartered_in", "Denmark"),
                ("Tesco", "partnered_with", "Netto"),
            ],
        ),
        (
            "Nokia makes phones under the Pixel, Nexus and Lumia brands.",
            [
                ("Pixel", "developed_by", "Nokia"),
                ("Nexus", "developed_by", "Nokia"),
                ("Lumia", "developed_by", "Nokia"),
            ],
        ),
        (
            "SIS is owned by Ladbrokes 23% and Caledonia Investments 22.5%.",
            [("SIS", "owned_by", "Ladbrokes"), ("SIS", "owned_by", "Caledonia Investments")],
        ),
        (
            "The Acme Group's investments include Riddell and Prince Sports.",
            [("Riddell", "funded_by", "Acme Group"), ("Prince Sports", "funded_by", "Acme Group")],
        ),
        (
            "Organisations working with Virgin Media include Arqiva and South West Water.",
            [
                ("Arqiva", "partnered_with", "Virgin Media"),
                ("South West Water", "partnered_with", "Virgin Media"),
            ],
        ),
        (
            "Nokia has a number of partners: the Red Cross and the Wellcome Trust.",
            [("Red Cross", "partnered_with", "Nokia"), ("Wellcome Trust", "partnered_with", "Nokia")],
        ),
        (
            "Nokia works closely with universities and the Wellcome Trust.",
            [("Nokia", "partnered_with", "Wellcome Trust")],
        ),
        ("Nokia works closely with universities and Intel grew.", []),
        (
            "Nokia, together with Intel, developed the Orbit chip.",
            [("the Orbit chip", "developed_by", "Nokia"), ("the Orbit chip", "developed_by", "Intel")],
        ),
        (
            "The Boston Celtics of the National Basketball Association drafted Butler.",
            [("Boston Celtics", "part_of", "National Basketball Association")],
        ),
    ],
)
def test_lists_and_who_stands_in_them(text, expected):
    assert organizations(text) == expected


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Meta released the Llama 2 family of models.", [("the Llama 2 family", "developed_by", "Meta")]),
        ("Firefox will release its next beta version in May.", []),
        ("In 1927 Ann Lee purchased the area.", []),
        ("As part of the Growth Plan, Acme was set up.", []),
        ("Nokia had a total strength of 12 seats in the Senate.", []),
        ("In 1927 Ann Lee purchased the firm.", [("the firm", "acquired_by", "Ann Lee")]),
        (
            "Since 2010, Says Media has served over 80 brands including Nike.",
            [("Nike", "client_of", "Says Media")],
        ),
    ],
)
def test_what_a_side_may_do(text, expected):
    assert organizations(text) == expected


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Nokia and Ericsson, which was bought by Cisco, cut jobs.",
            [("Ericsson", "acquired_by", "Cisco")],
        ),
        (
            "Nokia and Ericsson, which were bought by Cisco, cut jobs.",
            [("Nokia", "acquired_by", "Cisco"), ("Ericsson", "acquired_by", "Cisco")],
        ),
        ("Nokia and Ericsson, a Cisco unit, built the plant.", [("Ericsson", "part_of", "Cisco")]),
    ],
)
def test_what_is_said_of_one_is_not_said_of_the_list(text, expected):
    assert [found for found in organizations(text) if found[2] == "Cisco"] == expected


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("NASA awarded Boeing a contract to build a lander.", ("a lander", "developed_by", "Boeing")),
        ("NASA announced a plan to build a lander.", ("a lander", "developed_by", "NASA")),
        ("Nokia asked Ericsson to buy Slack.", ("Slack", "acquired_by", "Ericsson")),
        ("Nokia agreed with Ericsson to buy Slack.", ("Slack", "acquired_by", "Nokia")),
        ("Nokia chose Django to build a website.", ("a website", "developed_by", "Nokia")),
    ],
)
def test_who_does_what_somebody_is_asked_to_do(text, expected):
    assert expected in organizations(text)
    assert len([found for found in organizations(text) if found[:2] == expected[:2]]) == 1


@pytest.mark.model
def test_a_clause_without_its_verb_goes_on_no_list():
    gapped = organizations("Slack was founded by Nokia in 2012 and Skype by Ericsson.")
    assert [found for found in gapped if found[0] == "Slack"] == [("Slack", "founded_by", "Nokia")]
    assert organizations("Slack was founded by Nokia in 2012 and Ericsson by chance.")[1:] == [
        ("Slack", "founded_by", "Ericsson")
    ]


@pytest.mark.model
def test_what_a_court_awards_funds_nobody():
    assert organizations("The court awarded Nokia $5 million.") == []
    assert organizations("Intel awarded Nokia $5 million.") == [("Nokia", "funded_by", "Intel")]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what a company has that only a product can be
        ("They use Dell's PowerEdge R7525.", [("PowerEdge R7525", "developed_by", "Dell")]),
        ("They watched Disney's The Brimmings.", [("Brimmings", "developed_by", "Disney")]),
        ("They use Google's V8 engine.", [("V8 engine", "developed_by", "Google")]),
        ("They bought AMD's second generation of EPYC processors.", [("EPYC processors", "developed_by", "AMD")]),
        ("They use AMD's latest pair of EPYC processors.", []),
        ("They met Google's Sundar Pichai.", []),
        ("They met Google's new Chief Accountant.", []),
        ("They met on Google's Founders Day.", []),
        ("They use Google's AI chip.", []),
        ("They met at Leeds University's Zentrova.", []),
        # members of what is made up of them
        ("The coalition consists of Nokia and Ericsson.",
         [("Nokia", "part_of", "The coalition"), ("Ericsson", "part_of", "The coalition")]),
        ("The Halvor Coalition (composed of Nokia and Ericsson) won.",
         [("Nokia", "part_of", "Halvor Coalition"), ("Ericsson", "part_of", "Halvor Coalition")]),
        ("The coalition consists of three parties.", []),
        ("The Halvor Coalition (composed of Nokia) and Ericsson won.", [("Nokia", "part_of", "Halvor Coalition")]),
        ("Ann Lee founded Nokia in 1993, Slack and Skype in 1995.",
         [("Nokia", "founded_by", "Ann Lee"), ("Slack", "founded_by", "Ann Lee"), ("Skype", "founded_by", "Ann Lee")]),
        ("Ann Lee founded Nokia in 1993, Slack grew.", [("Nokia", "founded_by", "Ann Lee")]),
        ("It was transferred to California.", []),
        # an opening says it of the subject that follows
        ("After buying Slack, Nokia grew.", [("Slack", "acquired_by", "Nokia")]),
        ("Prior to buying Slack, the company grew.", [("Slack", "acquired_by", "the company")]),
        ("After buying Slack, prices fell.", []),
        # what is sold again and again is not taken over
        ("Nokia buys its chips from Intel.", [("Nokia", "client_of", "Intel")]),
        ("Ericsson's software is used by Nokia.", [("Nokia", "client_of", "Ericsson")]),
        ("Ericsson's house is used by Nokia.", []),
        ("Nokia and Ericsson merged their phone units.", [("Nokia", "merged_with", "Ericsson")]),
        ("Nokia was founded by Ann Lee under the name Zentrova and Learned Works.", [("Nokia", "founded_by", "Ann Lee")]),
        ("The Nokia board appointed Zentrova.", []),
        # "used to" tells of a habit, unless something is used
        ("Nokia, which used to own Ericsson, grew.", [("Ericsson", "owned_by", "Nokia")]),
        ("The money used to buy Ericsson was lost.", []),
        # what becomes of a thing is not its making
        ("Google made Chrome.", [("Chrome", "developed_by", "Google")]),
        ("Google made Chrome faster.", []),
        ("Google made Chrome the standard.", []),
        # an agent belongs to the participle beside it
        ("GPT-2 was trained on a corpus written by Google.", [("a corpus", "developed_by", "Google")]),
        ("GPT-2 was trained on a large corpus by Google.", [("GPT-2", "developed_by", "Google")]),
        # names behind a comma, and shares of what "its" stands for
        ("The Google-owned video site, YouTube, grew.", [("YouTube", "owned_by", "Google")]),
        ("Nokia grew. Its stock trades on the Nasdaq.", [("Its", "listed_on", "Nasdaq")]),
        ("The company, originally based in Lyon, is listed on the Nasdaq.",
         [("The company", "headquartered_in", "Lyon"), ("The company", "listed_on", "Nasdaq")]),
        # persons
        ("They worked with directors Ann Lee and Bo Chen.", []),
        ("Zentrova is a member of the Linux Foundation.", [("Zentrova", "part_of", "Linux Foundation")]),
        ("Halloran became a member of the Linux Foundation, said Halloran.", []),
    ],
)  # fmt: skip
def test_what_companies_have_and_who_belongs_to_them(text, expected):
    found = [one for one in organizations(text) if one[1] != "built_with"]
    assert sorted(found) == sorted(expected)


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The owner of Brightcell, Orbit Ltd, said no.", [("Brightcell", "owned_by", "Orbit Ltd")]),
        ("The founder of Acme, Ann Lee, left.", [("Acme", "founded_by", "Ann Lee")]),
        ("He met the owner of Brightcell, Acme and Orbit.", []),
        ("Halcyon was a British television and film firm, owned by Acme.", [("Halcyon", "owned_by", "Acme")]),
        (
            "Brightcell is owned by Orbit Ltd, a bank, and Harrow Holdings.",
            [("Brightcell", "owned_by", "Orbit Ltd"), ("Brightcell", "owned_by", "Harrow Holdings")],
        ),
        (
            "Brightcell was bought by Orbit Ltd, a rival, and Harrow fell by 3%.",
            [("Brightcell", "acquired_by", "Orbit Ltd")],
        ),
        ("KXTR is a firm licensed to Velda, owned by Harrow Media.", [("KXTR", "owned_by", "Harrow Media")]),
        ('"Blue Mile" is a game from Google.', [("Blue Mile", "developed_by", "Google")]),
        # a second noun of one description
        ("Lee Ran, a poet and owner of Broad Press, left.", [("Broad Press", "owned_by", "Lee Ran")]),
        ("Brightcell is a maker of lamps and unit of Orbit Ltd.", [("Brightcell", "part_of", "Orbit Ltd.")]),
        ("Ann Lee met a friend of Brightcell and owner of Orbit Ltd.", []),
        ("On behalf of the owner of Brightcell, Ann Lee, a lawyer, sued.", []),
    ],
)
def test_who_is_named_between_commas_behind_what_a_noun_is_of(text, expected):
    found = [claim for claim in extract(text).claims if claim.kind == "organization"]
    assert [(c.subject.text, c.value.relation, c.value.object) for c in found] == expected
