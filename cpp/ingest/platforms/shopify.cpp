// Shopify: the orders export, a row a line item, and analytics reports.
#include "ingest/platforms/platform.h"

namespace outlay::ingest {
namespace {

constexpr Fingerprint fingerprints[] = {
    {.weight = 0.95, .headers = "Lineitem name or Lineitem quantity"},
    {.weight = 0.9, .headers = "Financial Status | Fulfillment Status"},
    {.weight = 0.85, .headers = "Net sales | Gross sales"},
    {.weight = 0.85, .headers = "Net items sold or Online store visitors"},
    {.weight = 0.7, .headers = "Total sales | Orders"},
};

constexpr Alias aliases[] = {
    {"order_id", "Name | Order name | Order | Order ID | Id", true},
    {"date", "Created at | Day | Date | Paid at | Processed at"},
    {"revenue", "Total | Total sales | Net sales | Gross sales", true},
    {"revenue", "Total sales | Net sales | Gross sales"},
    {"orders", "Orders"},
    {"units", "Lineitem quantity | Net items sold"},
    {"currency", "Currency"},
    {"status", "Financial Status"},
    {"geo", "Shipping Country | Shipping Province | Billing Country | Billing Province"},
    {"channel", "Source | Referrer source | UTM campaign source", true},
    {"visitors", "Online store visitors"},
    {"sessions", "Sessions"},
    {"",
     "Fulfillment Status | Fulfilled at | Accepts Marketing | Subtotal | Shipping | Taxes | Discount Code | Discount "
     "Amount | Shipping Method | Lineitem name | Lineitem price | Lineitem compare at price | Lineitem sku | Lineitem "
     "requires shipping | Lineitem taxable | Lineitem fulfillment status | Cancelled at | Payment Method | Payment "
     "Reference | Refunded Amount | Vendor | Outstanding Balance | Location | Device ID | Tags | Risk Level | Lineitem "
     "discount | Receipt Number | Duties | Billing Province Name | Shipping Province Name | Payment ID | Payment Terms "
     "Name | Next Payment Due At | Payment References | Note Attributes | Product title | Product variant SKU | "
     "Discounts | Returns | Month",
     true},
    {"personal_note", "Notes | Note", true},
    {"person_name", "Employee", true},
};

}  // namespace

constinit const Platform shopify = {
    .id = "shopify", .label = "Shopify", .fingerprints = fingerprints, .aliases = aliases};

}  // namespace outlay::ingest
