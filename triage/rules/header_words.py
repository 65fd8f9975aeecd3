"""What mail programs call the fields of a mail that they quote, by language: data for `rules.quoted_headers`.

Lower case; names are parted by commas. A language stands on a line of its own where its names are its own.
"""

from __future__ import annotations

from enum import Enum, auto


class Field(Enum):
    """What a field of a quoted header says; OTHER ones may stand between these and count for nothing."""

    FROM = auto()
    DATE = auto()
    TO = auto()
    COPY = auto()
    SUBJECT = auto()
    OTHER = auto()


_FROM = (
    "from, author, von, absender, от, от кого, отправитель, від, від кого, відправник, подател, изпратил, de, "
    "expéditeur, remitente, mittente, da, remetente, enviado por, od, nadawca, van, afzender, från, avsändare, fra, "
    "avsender, afsender, lähettäjä, keneltä, odesílatel, odosielateľ, de la, expeditor, feladó, kimden, "
    "kimden/gönderen, gönderen, από, αποστολέας, pošiljatelj, pošilja, šalje, шаље, saatja, kellelt, nuo, siuntėjas, "
    "sūtītājs, từ, người gửi, dari, pengirim, จาก, remitent, frá, 差出人, 送信者, 发件人, 发信人, 发送者, 寄件者, "
    "寄件人, 보낸 사람, 보낸사람, 보낸이, 발신, 발신자, من, המאת, מאת"
)
_DATE = (
    "sent, date, received, gesendet, datum, gesendet am, отправлено, отправлен, дата, дата и время, дата отправки, "
    "надіслано, відправлено, дата надсилання, изпратено, изпратено на, дата на изпращане, envoyé, envoyé le, enviado, "
    "enviado el, enviada, enviado em, enviada em, enviado a, fecha, inviato, inviata, data, data invio, wysłano, "
    "wysłane, data wysłania, verzonden, verzonden op, skickat, skickades, sendt, dato, lähetetty, päivämäärä, päiväys, "
    "pvm, odesláno, dátum, odoslané, trimis, trimis la, trimisă, dată, elküldve, küldve, küldési időpont, gönderildi, "
    "gönderme tarihi, gönderilme zamanı, tarih, στάλθηκε, ημερομηνία, poslano, poslato, послато, датум, saadetud, "
    "kuupäev, išsiųsta, nosūtīts, datums, đã gửi, ngày, dikirim, tanggal, terkirim, วันที่, enviat, sent at, sent on, "
    "送信日時, 日付, 日時, 发送时间, 发送日期, 日期, 时间, 寄件日期, 傳送日期, 傳送時間, 보낸 날짜, 보낸날짜, 날짜, "
    "일시, تاريخ الإرسال, التاريخ, تم الإرسال, תאריך, נשלח"
)
_TO = (
    "to, an, empfänger, кому, до, получатель, одержувач, à, pour, destinataire, para, destinatario, a, destinatário, "
    "do, odbiorca, aan, till, til, vastaanottaja, kenelle, komu, către, catre, címzett, kime, alıcı, προς, παραλήπτης, "
    "za, prima, прима, prejemnik, kellele, kam, saņēmējs, gavėjas, đến, tới, kepada, ke, ถึง, per a, viðtakandi, 宛先, "
    "收件人, 收件者, 发给, 받는 사람, 받는사람, 받는이, 수신, 수신자, إلى, אל, לכבוד"
)
_COPY = (
    "cc, bcc, kopie, kopie (cc), blindkopie, копия, копии, копія, копие, копие до, copie, copie à, cc/cci, cci, "
    "con copia, cópia, c.c., dw, udw, kopio, kopia, kopi, másolat, másolatot kap, bilgi, κοιν, κοινοποίηση, kopija, "
    "抄送, 副本, 참조, نسخة, עותק, העתק"
)
_SUBJECT = (
    "subject, betreff, thema, тема, относно, objet, sujet, asunto, oggetto, assunto, temat, onderwerp, ämne, emne, "
    "aihe, otsikko, předmět, predmet, subiect, tárgy, konu, θέμα, zadeva, naslov, наслов, teema, tema, temats, chủ đề, "
    "tiêu đề, subjek, perihal, เรื่อง, assumpte, efni, 件名, 主题, 主旨, 標題, 主題, 제목, الموضوع, נושא"
)
_OTHER = (
    "reply-to, reply to, antwort an, antworten an, ответить, отговор до, répondre à, responder a, rispondi a, "
    "odpowiedz do, importance, priority, wichtigkeit, priorität, важность, важливість, важно, importancia, importanza, "
    "importância, ważność, attachments, attachment, anlagen, anhänge, вложения, вкладення, прикачени файлове, "
    "pièces jointes, adjuntos, allegati, anexos, załączniki, bijlagen, organization, organisation, sent by, "
    "gesendet von, sender, when, where, wann, wo, sensitivity, vertraulichkeit, please respond to, bitte antworten an, "
    "message-id, newsgroups, list-id, mailing list, return-path"
)

FIELDS: dict[str, Field] = {
    name.strip(): field
    for field, names in (
        (Field.OTHER, _OTHER),
        (Field.COPY, _COPY),
        (Field.SUBJECT, _SUBJECT),
        (Field.TO, _TO),
        (Field.DATE, _DATE),
        (Field.FROM, _FROM),
    )
    for name in names.split(",")
}
"""What each name of a field says."""
