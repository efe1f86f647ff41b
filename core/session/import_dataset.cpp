// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/import_dataset.h"

#include "core/session/import_builder.h"
#include "core/session/s3_place.h"

#include "core/edit/commands/import_dataset.h"

#include <QCoreApplication>
#include <QDir>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ImportDataset)
};

/// Keeps what a reader finds.
class PlanSink : public FormatSink
{
public:
    explicit PlanSink(ImportPlan &plan)
        : m_plan(plan)
    {
    }

    Result<> classes(const QStringList &names) override
    {
        m_plan.classes = names;
        return {};
    }

    Result<> image(FormatImage image) override
    {
        m_plan.images.push_back(std::move(image));
        return {};
    }

    void note(const FormatNote &note) override { m_plan.notes.append(note); }

private:
    ImportPlan &m_plan;
};

} // namespace

Result<ImportPlan> readImport(const DatasetFormat &format, const ReadOptions &options)
{
    ImportPlan plan;
    plan.formatId = format.id();
    PlanSink sink(plan);
    if (const Result<> done = format.read(options, sink); !done)
        return failure(done.error());
    return plan;
}

Result<ImportReport> applyImport(ProjectSession &session, const ImportPlan &plan, std::optional<Split> split)
{
    if (session.isReadOnly())
        return failure(Text::tr("%1 can only be read, so nothing can be imported into it")
                           .arg(QDir::toNativeSeparators(session.path())));
    ImportBuilder builder(session, plan, split);
    Change change = builder.build();
    session.document().push(std::make_unique<ImportDataset>(session.document(), std::move(change)));
    if (const S3Place place = s3PlaceOf(plan.images); !place.prefix.isEmpty())
        rememberS3Place(session, place);
    return builder.report();
}

} // namespace boxwright
