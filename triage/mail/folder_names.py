"""What Sent, Drafts and the archive are usually called, by language: English first, then as often as they are met."""

from __future__ import annotations

SENT_NAMES = (
    ("Sent", "Sent Mail", "Sent Items", "Sent Messages", "Sent-Mail", "SentMail", "Sent Email"),
    ("Gesendet", "Gesendete Elemente", "Gesendete Objekte", "Gesendete Nachrichten", "Gesendete"),
    ("Отправленные", "Отправленные письма", "Отправленные элементы", "Отправленная почта"),
    ("Надіслані", "Надіслані листи", "Надіслані елементи", "Надіслана пошта", "Відправлені", "Відправлена пошта"),
    ("Изпратени", "Изпратена поща", "Изпратени елементи", "Изпратени писма", "Изпратени съобщения"),
    ("Envoyés", "Éléments envoyés", "Messages envoyés", "Courrier envoyé", "Envoyes", "Elements envoyes"),
    ("Enviados", "Elementos enviados", "Mensajes enviados", "Correo enviado"),
    ("Inviati", "Inviata", "Posta inviata", "Elementi inviati", "Messaggi inviati"),
    ("Wysłane", "Elementy wysłane", "Wysłane elementy", "Poczta wysłana"),
    ("Enviadas", "Itens enviados", "Mensagens enviadas", "E-mails enviados", "Correio enviado"),
    ("Verzonden", "Verzonden items", "Verzonden berichten"),
    ("Odeslané", "Odeslaná pošta", "Odoslané", "Odoslaná pošta"),
    ("Sendt", "Sendt post", "Sendte elementer", "Skickat", "Skickade objekt", "Lähetetyt", "Lähetetyt kohteet"),
    ("Elküldött", "Elküldött elemek", "Trimise", "Elemente trimise", "Poslano", "Poslato"),
    ("Gönderilmiş Öğeler", "Gönderilmiş Postalar", "Απεσταλμένα"),
    ("送信済みアイテム", "送信済みメール", "已发送邮件", "寄件備份"),
)

DRAFTS_NAMES = (
    ("Drafts", "Draft", "Draft Messages"),
    ("Entwürfe", "Entwurf"),
    ("Черновики", "Черновик"),
    ("Чернетки", "Чернетка"),
    ("Чернови",),
    ("Brouillons", "Brouillon"),
    ("Borradores", "Borrador"),
    ("Bozze",),
    ("Szkice", "Kopie robocze", "Wersje robocze", "Robocze"),
    ("Rascunhos", "Rascunho"),
    ("Concepten",),
    ("Koncepty", "Rozpísané"),
    ("Kladder", "Utkast", "Luonnokset"),
    ("Piszkozatok", "Ciorne", "Schițe", "Osnutki", "Skice", "Nacrti"),
    ("Taslaklar", "Πρόχειρα"),
    ("下書き", "草稿", "草稿箱", "草稿匣"),
)

ARCHIVE_NAMES = (
    ("Archive", "Archives", "Archived", "Archived Mail"),
    ("Archiv", "Archivierte Nachrichten"),
    ("Архив", "Архивные"),
    ("Архів",),
    ("Архивирани",),
    ("Archivés",),
    ("Archivo", "Archivados"),
    ("Archivio", "Archiviati"),
    ("Archiwum", "Zarchiwizowane"),
    ("Arquivo", "Arquivados", "Arquivo Morto"),
    ("Archief",),
    ("Archív",),
    ("Arkiv", "Arkisto"),
    ("Archívum", "Arhiva", "Arhivă", "Arhiv"),
    ("Arşiv", "Αρχείο", "Αρχειοθήκη"),
    ("アーカイブ", "存档", "归档", "封存"),
)
