"""Credits in English, by kind, and what only looks like one. Every sentence is invented."""

from __future__ import annotations

import pytest

from letapis import langs
from letapis.attribute import citations
from letapis.model import Document

ROWS = """
“We will wait,” the harbour master told Reuters. → told_to Reuters
“We will wait,” the harbour master told the Belarusian news agency BelaPAN on Monday. → told_to BelaPAN
Speaking to the BBC, Alice Moor said the bridge was closed. → told_to BBC
In an interview with Deutsche Welle, the mayor denied it. → told_to DW
The mayor said in an interview with Euroradio that nothing had changed. → told_to Euroradio
“It is empty,” Moor said in comments to Meduza. → told_to Meduza
He declined to comment when contacted by The Guardian. → told_to Guardian
“Nobody came,” a nurse told Tut.by’s correspondent. → told_to Tut.by
The union leader, who spoke to CNN by phone, said talks went on. → told_to CNN
Asked by Bloomberg whether the plant would close, Moor said no. → told_to Bloomberg
“We are ready,” she tells the Financial Times. → told_to Financial Times
A spokesman confirmed to AFP that two boats were missing. → told_to AFP
Moor said in an emailed statement to Politico that she would appeal. → told_to Politico
“They lied,” Moor said on CNN. → told_to CNN
“They lied,” Moor told the Lakeside Herald. → told_to Lakeside Herald
“They lied,” Moor told local newspaper The Brook. → told_to The Brook
In a phone interview with the Associated Press, he wept. → told_to AP
An official who asked not to be named told Interfax-Ukraine so. → told_to Interfax-Ukraine
The lawyer explained to N aviny.by how it works. → told_to Naviny.by
In an exclusive comment for Belsat, the coach said he would stay. → told_to Belsat
“Never,” he said in response to a question from TASS. → told_to TASS
“Never,” he replied to the Kyiv Independent. → told_to Kyiv Independent
Reuters reports that the port is shut. → reported_by Reuters
The port is shut, Reuters reported on Friday, citing two officials. → reported_by Reuters
The port is shut, according to the Wall Street Journal. → reported_by Wall Street Journal
According to a report by Mediazona, nine men were held. → reported_by Mediazona
As first reported by The Insider, the ship had changed its name. → reported_by The Insider
The ship had changed its name, as Bellingcat has shown. → reported_by Bellingcat
Citing its own sources, Kommersant writes that the deal is off. → reported_by Kommersant
The deal is off, Kommersant said, citing sources. → reported_by Kommersant
The deal is off, the newspaper Kommersant reported. → reported_by Kommersant
State news agency BelTA said that the harvest was good. → reported_by BelTA
The story was first reported by the Lakeside Herald. → reported_by Lakeside Herald
The documents, obtained by Der Spiegel, name four men. → reported_by Der Spiegel
The documents were seen by Reuters. → reported_by Reuters
A BBC investigation found that the firm had paid for it. → reported_by BBC
An investigation by the OCCRP showed who owned it. → reported_by OCCRP
The news site Onliner said the shop would open. → reported_by Onliner
Interfax reported with reference to TASS that the train was late. → reported_by Interfax; reported_by TASS
The train was late, UNIAN reported, quoting Ukrinform. → reported_by UNIAN; reported_by Ukrinform
The bridge was closed (via Onliner). → reported_by Onliner
The bridge was closed.⏎H/T Meduza → reported_by Meduza
The bridge was closed.⏎Source: BelaPAN → repost_footer BelaPAN
The bridge was closed.⏎Source: lakeside.example → repost_footer lakeside.example
The bridge was closed, lakeside.example reports. → reported_by lakeside.example
The Telegram channel Nexta published a video of the fire. → published_by Nexta
Writing in The Times, the historian called it a mistake. → published_by The Times
The open letter was published by Nasha Niva on Tuesday. → published_by Nasha Niva
The interview was published on the website of Zerkalo. → published_by Zerkalo
In an article published in Le Monde, she asks for more. → published_by Le Monde
In a joint report, Der Spiegel and The Insider traced it. → joint Der Spiegel; joint The Insider
A joint report by Meduza, The Insider and Belsat named him. → joint Meduza; joint The Insider; joint Belsat
The film was made in collaboration with Belsat. → joint Belsat
Photo: Reuters → image_credit Reuters
Photo by Alice Moor / AFP → image_credit AFP
Image: Alice Moor/Getty Images/AFP → image_credit AFP; image_credit Getty Images
The bridge at dusk. Photo: Onliner → image_credit Onliner
The bridge at dusk (Photo: TASS). → image_credit TASS
Video: Belsat → image_credit Belsat
The bridge at dusk. REUTERS/Alice Moor → image_credit Reuters
Screenshot from the Telegram channel Nexta → image_credit Nexta
The post Bridge closed appeared first on Lakeside Herald. → repost_footer Lakeside Herald
This article was originally published on openDemocracy. → repost_footer openDemocracy
This story first appeared in The Moscow Times. → repost_footer The Moscow Times
Originally published at lakeside.example → repost_footer lakeside.example
Republished with permission from Meduza. → repost_footer Meduza
MINSK, May 5 (Reuters) - The bridge was closed. → dateline Reuters
MINSK, 5 May (BelTA) – The bridge was closed. → dateline BelTA
KYIV (AP) — The bridge was closed. → dateline AP
MINSK, May 5. /TASS/. The bridge was closed. → dateline TASS
As reported by, it happened in May. → link -
He wrote on Facebook that he would go. → platform Facebook
She said in a video on YouTube that she was well. → platform YouTube
The ministry said on Telegram that the road was open. → platform Telegram
She tweeted it; the mayor posted on X too. →
A journalist of Meduza was fined in Brest. →
Al Jazeera’s camera was broken by the crowd. →
The police searched the office of Tut.by. →
Reuters is a news agency with offices in London. →
Access to Naviny.by was blocked at noon. →
The BBC said it would appeal against the ruling. →
Bloomberg reported a fall in its revenue. →
The founder of Nexta lives in Warsaw. →
According to Moor, the bridge is safe. →
Moor told reporters that the bridge is safe. →
She told her mother on Sunday and him on Monday. →
The court told Smith to wait. →
Two reporters for Reuters were there. →
According to the Interior Ministry, nobody was hurt. →
According to Oxford University, prices rose. →
The government sued Der Spiegel over the cover. →
He worked for CNN and the New York Times for ten years. →
The President of Meduza’s board resigned. →
Source: own calculations. →
Photo: Alice Moor →
In Time, things will change; the Sun said nothing. →
The Independent Union said that it would strike. →
She subscribed to the Economist and the Spectator. →
“I read Kommersant every day,” he said. →
The mayor attacked the BBC and TASS in his speech. →
Journalists from Reuters and AFP waited at the gate. →
The Mirror factory told staff to go home. →
The mayor told the BBC’s Anna Moor that the bridge was safe. → told_to BBC
“We are open,” said Moor, speaking on CNN’s evening show. → told_to CNN
Moor, who was interviewed by Radio Svaboda, said she would stay. → told_to Radio Svaboda
“No,” Moor told RFE/RL’s Belarus Service. → told_to Radio Svaboda
In remarks carried by TASS, the minister denied it. → reported_by TASS
The minister denied it, state media BelTA reported. → reported_by BelTA
State-run BelTA news agency quoted him as saying the bridge was safe. → reported_by BelTA
He was quoted by Interfax as saying the bridge was safe. → reported_by Interfax
The bridge was safe, he was quoted as saying by RIA Novosti. → reported_by RIA Novosti
The independent outlet Zerkalo reported that nine were held. → reported_by Zerkalo
Nine were held, the independent Zerkalo news site says. → reported_by Zerkalo
As Nasha Niva reported earlier, nine were held. → reported_by Nasha Niva
Nasha Niva, an independent newspaper, reported that nine were held. → reported_by Nasha Niva
Sources told Reuters and Bloomberg that the deal was off. → told_to Reuters; told_to Bloomberg
Two people familiar with the matter told the Financial Times. → told_to Financial Times
Both Reuters and AFP reported the blast. → reported_by Reuters; reported_by AFP
Reuters, AFP and AP reported the blast. → reported_by Reuters; reported_by AFP; reported_by AP
According to the German newspaper Bild, the deal is off. → reported_by Bild
German tabloid Bild first reported the deal. → reported_by Bild
Nine were held, says the Telegram channel Pul Test. → reported_by Pul Test
Read the full story at Meduza. → repost_footer Meduza
This piece was first published by Reform.by and is republished here. → repost_footer Reform.by
(c) Reuters → image_credit Reuters
Video via @reka_news on Telegram → image_credit @reka_news
A post on the channel @reka_news said nine were held. → reported_by @reka_news
Kommersant had earlier reported that the deal was off. → reported_by Kommersant
The Kommersant newspaper reports. → reported_by Kommersant
The deal is off, reports Kommersant. → reported_by Kommersant
Speaking with Euronews in Minsk, Moor said so. → told_to Euronews
“So be it,” Moor told Lakeside TV on Friday. → told_to Lakeside TV
Moor later told the newspaper Lakeside Life that it was so. → told_to Lakeside Life
In a comment to the portal Lakeside Life she said so. → told_to Lakeside Life
The letter, a copy of which was obtained by Meduza, names nine. → reported_by Meduza
Reuters could not verify the report. →
Reuters was unable to reach Moor. →
The law bans Facebook and Twitter. →
The Post Office said it would close. →
The Times Square ball fell. →
Time said nothing; the independent newspaper law failed. →
The Economist Group sold its stake. →
Police detained a Belsat cameraman and two Radio Svaboda reporters. →
Moor, a former Reuters correspondent, was freed. →
The fund supports Meduza, Zerkalo and Belsat. →
Nasha Niva’s editor was fined. →
Users shared the video in the Nexta chat. →
“Enough,” he told Russia’s TASS news agency. → told_to TASS
“Enough,” she told Britain’s Channel 4 News. → told_to Channel 4 News
“Enough,” Moor told Germany’s Bild newspaper. → told_to Bild
“Enough,” Moor told the state news agency BelTA. → told_to BelTA
“Enough,” Moor told state TV channel ONT. → told_to ONT
“Enough,” Moor told public broadcaster LRT. → told_to LRT
“Enough,” Moor told the Belarusian service of Radio Liberty. → told_to RFE/RL
The deal is off, per Bloomberg. → reported_by Bloomberg
In a column for Newsweek, Moor asked for more. → published_by Newsweek
Moor, writing in Foreign Affairs, asked for more. → published_by Foreign Affairs
The ship sank, TV channel Rossiya 24 reported. → reported_by Rossiya 24
The ship sank, Interfax quoted a source as saying. → reported_by Interfax
The ship sank, local media reported. →
The news was confirmed by BelTA. → reported_by BelTA
According to Viasna, nine were held. → reported_by Viasna
According to the human rights centre Viasna, nine were held. → reported_by Viasna
Viasna reported that nine were held. → reported_by Viasna
A video published by Nexta shows the fire. → published_by Nexta
In a video published on the Telegram channel of Nexta, he wept. → published_by Nexta
Footage aired by Belsat shows the fire. → published_by Belsat
As the Financial Times put it, the deal is off. → reported_by Financial Times
Nobody told Anna Moor about the Washington deal. →
The company told Lithuanian authorities so. →
He told Belarus Today so. → told_to SB. Belarus Segodnya
Moor told me that the Times of London was read there. →
The BBC’s Moscow office was closed. →
A Reuters photographer was beaten. →
An AFP journalist saw two boats. →
On Facebook Moor wrote that she was well. → platform Facebook
In a Facebook post, Moor said she was well. → platform Facebook
Moor said in a Telegram message that she was well. → platform Telegram
The footage was posted to YouTube. → platform YouTube
Facebook was blocked in March. →
He told Twitter to remove it. →
State television channel Krynitsa 1 showed the fire. →
Read more: Reuters → link Reuters
Follow us on Facebook and Telegram. →
Join the Naviny.by channel on Telegram. →
CNN said Tuesday that it has hired ten people. →
The Guardian named Moor its editor. →
Bloomberg added 200 jobs. →
Bloomberg added that the deal was off. → reported_by Bloomberg
"""


@pytest.mark.parametrize("row", ROWS.strip().split("\n"))
def test_a_sentence(row: str) -> None:
    text, _, wanted = row.partition("→")
    document = Document("d", "c", text=text.strip().replace("⏎", "\n"), language="en")
    found = [f"{one.kind} {one.outlet or '-'}" for one in citations(document, langs.get("en"), {})]
    assert sorted(found) == sorted(one.strip() for one in wanted.split(";") if one.strip())
