"""Words of projects and courses, in both languages."""

from modeltranslation.translator import TranslationOptions, register

from training.models import Course, Project


@register(Project)
class ProjectOptions(TranslationOptions):
    fields = ("name",)


@register(Course)
class CourseOptions(TranslationOptions):
    fields = ("title",)
