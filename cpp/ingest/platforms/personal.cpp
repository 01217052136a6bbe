// Headers of columns about people, in the languages of exports; no file is told by them.
#include "ingest/platforms/platform.h"

namespace outlay::ingest {
namespace {

constexpr Alias aliases[] = {
    {"email",
     "Email | E-mail | Email address | E-mail address | E-Mail-Adresse | Adresse e-mail | Adresse électronique | "
     "Courriel | Correo electrónico | Endereço de e-mail | Endereço de email | Indirizzo email | Indirizzo e-mail | "
     "E-mailadres | メールアドレス | Eメール | user_email | hashed_email | email_sha256"},
    {"phone",
     "Phone | Phone number | Telephone | Telephone number | Mobile phone | Mobile number | Cell phone | Telefon | "
     "Telefonnummer | Handynummer | Mobilnummer | Téléphone | Numéro de téléphone | Teléfono | Número de teléfono | "
     "Móvil | Telefone | Número de telefone | Telemóvel | Telefono | Numero di telefono | Cellulare | Telefoonnummer | "
     "電話番号 | 携帯電話 | 電話 | WhatsApp number"},
    {"person_name",
     "First name | Last name | Full name | Middle name | Given name | Family name | Surname | Customer name | Contact "
     "name | Lead name | Billing name | Shipping name | Recipient name | Cardholder name | Employee | Owner name | "
     "Sales rep | sales_agent | Salesperson | Deal owner | Contact owner | Lead owner | Account owner | Opportunity "
     "owner | Vorname | Nachname | Familienname | Vollständiger Name | Kundenname | Ansprechpartner | Mitarbeiter | "
     "Prénom | Nom de famille | Nom complet | Nom du client | Apellido | Apellidos | Nombre completo | Nombre del "
     "cliente | Nombre de pila | Sobrenome | Nome completo | Nome do cliente | Cognome | Nome del cliente | Voornaam | "
     "Achternaam | 氏名 | 姓名 | お名前 | 名前 | フリガナ | 顧客名"},
    {"address",
     "Address | Address 1 | Address 2 | Street | Street address | Billing street | Billing address | Billing address1 "
     "| Billing address2 | Shipping street | Shipping address | Shipping address1 | Shipping address2 | Billing zip | "
     "Shipping zip | Billing city | Shipping city | Billing company | Shipping company | Home address | Mailing "
     "address | Adresse | Straße | Strasse | Anschrift | Hausnummer | Rue | Dirección | Calle | Endereço | Rua | "
     "Indirizzo | Adres | Straat | 住所 | IP | IP address | ip_address | IP-Adresse | Adresse IP | Dirección IP | "
     "Endereço IP | Indirizzo IP | IPアドレス"},
    {"personal_note",
     "Date of birth | Birthday | Birthdate | DOB | Geburtsdatum | Geburtstag | Date de naissance | Fecha de nacimiento "
     "| Data de nascimento | Data di nascita | Geboortedatum | 生年月日 | 誕生日 | Passport number | Social security "
     "number | SSN | CPF | Credit card number | Card number | IBAN"},
};

}  // namespace

constinit const Platform personal = {
    .id = "personal", .label = "Personal data", .fingerprints = {}, .aliases = aliases};

}  // namespace outlay::ingest
