"""Which drawing, wall and place (shelf or flat) belongs to each demo good's key."""

from typing import NamedTuple

import bakes_and_soap as bakes
import dairy_and_honey as dairy
import fruit_and_vegetables as fruit
import handicraft as craft
import herbs_and_grains as dry
import oils_and_jars as jars
from shelf import Draw


class Picture(NamedTuple):
    """How one good is shown."""

    wall: str
    draw: Draw
    standing: bool = True


PICTURES = {
    "olive-oil": Picture("oil", jars.olive_oil),
    "olive-oil-tin": Picture("oil", jars.olive_oil_tin),
    "beit-jala-oil": Picture("oil", jars.beit_jala_oil),
    "red-tahini": Picture("oil", jars.red_tahini),
    "cracked-green-olives": Picture("pickle", jars.cracked_green_olives),
    "black-olives": Picture("pickle", jars.black_olives),
    "shatta": Picture("pickle", jars.chili_paste),
    "preserved-grape-leaves": Picture("pickle", jars.preserved_grape_leaves),
    "pickled-cucumber": Picture("pickle", jars.pickled_cucumber),
    "mixed-pickles": Picture("pickle", jars.mixed_pickles),
    "makdous": Picture("pickle", jars.makdous),
    "pickled-turnip": Picture("pickle", jars.pickled_turnip),
    "zaatar": Picture("herb", dry.zaatar),
    "dried-thyme": Picture("herb", dry.dried_thyme),
    "duqqa": Picture("herb", dry.duqqa),
    "sumac": Picture("herb", dry.sumac),
    "dried-sage": Picture("herb", dry.dried_sage),
    "dried-chamomile": Picture("herb", dry.dried_chamomile),
    "dried-molokhia": Picture("herb", dry.dried_molokhia),
    "freekeh": Picture("grain", dry.freekeh),
    "bulgur": Picture("grain", dry.bulgur),
    "maftoul": Picture("grain", dry.maftoul),
    "durum-wheat": Picture("grain", dry.durum_wheat),
    "lentils": Picture("grain", dry.lentils),
    "chickpeas": Picture("grain", dry.chickpeas),
    "sesame": Picture("grain", dry.sesame),
    "labaneh": Picture("dairy", dairy.labaneh),
    "labaneh-balls": Picture("dairy", dairy.labaneh_balls),
    "white-cheese": Picture("dairy", dairy.white_cheese),
    "boiled-cheese": Picture("dairy", dairy.boiled_cheese),
    "jameed": Picture("dairy", dairy.jameed),
    "samneh": Picture("dairy", dairy.samneh),
    "eggs": Picture("dairy", dairy.eggs),
    "honey": Picture("honey", dairy.honey),
    "beeswax": Picture("honey", dairy.beeswax),
    "medjool-jumbo": Picture("fruit", fruit.jumbo_dates),
    "medjool-standard": Picture("fruit", fruit.standard_dates),
    "hebron-raisins": Picture("fruit", fruit.raisins),
    "dried-figs": Picture("fruit", fruit.dried_figs),
    "almonds-in-shell": Picture("fruit", fruit.almonds_in_shell),
    "grape-molasses": Picture("sweet", jars.grape_molasses),
    "date-syrup": Picture("sweet", jars.date_syrup),
    "malban": Picture("sweet", jars.grape_leather),
    "apricot-jam": Picture("sweet", jars.apricot_jam),
    "fig-jam": Picture("sweet", jars.fig_jam),
    "quince-jam": Picture("sweet", jars.quince_jam),
    "tomato-paste": Picture("sweet", jars.tomato_paste),
    "dried-tomatoes": Picture("sweet", jars.dried_tomatoes_in_oil),
    "green-almonds": Picture("fresh", fruit.green_almonds),
    "fresh-grape-leaves": Picture("fresh", fruit.fresh_grape_leaves),
    "table-grapes": Picture("fresh", fruit.grapes),
    "fresh-figs": Picture("fresh", fruit.fresh_figs),
    "valley-vegetables": Picture("fresh", fruit.cucumbers_and_tomatoes),
    "battir-aubergine": Picture("fresh", fruit.aubergines),
    "okra": Picture("fresh", fruit.okra),
    "akkoub": Picture("fresh", fruit.akkoub),
    "taboun-bread": Picture("bread", bakes.taboun_bread),
    "date-maamoul": Picture("bread", bakes.date_cookies),
    "nabulsi-soap": Picture("soap", bakes.nabulsi_soap),
    "herb-soap": Picture("soap", bakes.herb_soap),
    "thobe": Picture("herb", craft.thobe, standing=False),
    "shawl": Picture("indigo", craft.shawl, standing=False),
    "cushion": Picture("madder", craft.cushion, standing=False),
    "bag": Picture("bread", craft.bag, standing=False),
    "hebron-ceramics": Picture("soap", craft.hebron_ceramics, standing=False),
    "olive-wood": Picture("herb", craft.olive_wood),
    "straw-baskets": Picture("indigo", craft.straw_baskets, standing=False),
    "samu-rug": Picture("bread", craft.wool_rug, standing=False),
}
