"""Who is paid (`payees`) and paying them (`runs`)."""

from marketplace.payouts.services.payees import set_payee
from marketplace.payouts.services.runs import approve, hold, propose_run, send_back, settle

__all__ = ["approve", "hold", "propose_run", "send_back", "set_payee", "settle"]
